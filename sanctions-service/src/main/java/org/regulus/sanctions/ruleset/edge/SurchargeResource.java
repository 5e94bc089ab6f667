package org.regulus.sanctions.ruleset.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.SurchargeRule.Surcharge;

/** What a fine paid late costs on top, and why. A calculation from what is asked: it reads and changes no case. */
@Path("/surcharge")
@Tag(name = "Provisions")
class SurchargeResource {

    private final RuleBook rules;

    SurchargeResource(RuleBook rules) {
        this.rules = rules;
    }

    record SurchargeView(
            String ruleSet,
            long fineMinor,
            String currency,
            LocalDate dueOn,
            LocalDate on,
            long daysLate,
            long daysPaused,
            long daysCounted,
            int perMille,
            long uncappedMinor,
            long capMinor,
            long surchargeMinor,
            String source,
            boolean verified) {

        static SurchargeView of(SurchargeQuestion asked, ProcedureRules law, Surcharge surcharge) {
            return new SurchargeView(
                    law.id(),
                    asked.fine().minor(),
                    asked.fine().currency().getCurrencyCode(),
                    asked.dueOn(),
                    asked.on(),
                    surcharge.daysLate(),
                    surcharge.daysPaused(),
                    surcharge.daysCounted(),
                    law.surcharge().perMille(),
                    surcharge.uncapped().minor(),
                    surcharge.cap().minor(),
                    surcharge.amount().minor(),
                    law.surcharge().provenance().source(),
                    law.surcharge().provenance().verified());
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "The surcharge on a fine paid late, step by step, with the rule it follows")
    public SurchargeView surcharge(
            @Parameter(description = "The fine in minor units", example = "3000000") @QueryParam("fineMinor")
                    String fineMinor,
            @Parameter(example = "CNY") @QueryParam("currency") String currency,
            @Parameter(description = "The last day to pay", example = "2026-01-05") @QueryParam("dueOn") String dueOn,
            @Parameter(description = "The day at whose end it is counted", example = "2026-02-08") @QueryParam("on")
                    String on,
            @Parameter(
                            description = "A pending challenge: first and last day, both included; may be repeated",
                            example = "2026-01-10/2026-01-20")
                    @QueryParam("pause")
                    List<String> pauses) {
        SurchargeQuestion asked = SurchargeQuestion.read(fineMinor, currency, dueOn, on, pauses);
        if (!rules.knowsProcedureOn(asked.dueOn())) {
            throw Refusal.invalid("surcharge.rule-unknown", "No penalty procedure is known for " + asked.dueOn());
        }
        ProcedureRules law = rules.procedureOn(asked.dueOn());
        return SurchargeView.of(
                asked, law, law.surcharge().on(asked.on(), asked.fine(), asked.dueOn(), asked.pauses()));
    }
}
