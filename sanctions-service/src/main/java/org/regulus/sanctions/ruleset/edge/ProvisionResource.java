package org.regulus.sanctions.ruleset.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Era;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.ruleset.RuleBook;

/** The law is public: everybody with a token may read which penalties it allows. */
@Path("/provisions")
@Tag(name = "Provisions")
class ProvisionResource {

    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final InstantSource clock;

    ProvisionResource(RuleBook rules, RegulatorCalendar calendar, InstantSource clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    record ProvisionsView(LocalDate on, List<ProvisionView> items) {}

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "The provisions that were law on a day")
    public ProvisionsView provisions(
            @Parameter(description = "The day of the act; today when absent", example = "2019-08-01") @QueryParam("on")
                    String on) {
        LocalDate day = on == null ? calendar.dateOf(clock.instant()) : date(on);
        return new ProvisionsView(
                day, rules.provisionsOn(day).stream().map(ProvisionView::of).toList());
    }

    private static LocalDate date(String on) {
        try {
            return Era.kept(LocalDate.parse(on));
        } catch (DateTimeException notADate) {
            throw Refusal.malformed("provisions.date-malformed", "on is a date such as 2019-08-01");
        }
    }
}
