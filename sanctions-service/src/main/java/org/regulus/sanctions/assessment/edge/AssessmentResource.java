package org.regulus.sanctions.assessment.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.regulus.common.actor.Roles;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessment;
import org.regulus.sanctions.assessment.Assessor;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** What the law allows for an act, and why. A calculation from what is asked: it reads and changes no case. */
@Path("/assessment")
@Tag(name = "Rule sets")
class AssessmentResource {

    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final InstantSource clock;

    AssessmentResource(RuleBook rules, RegulatorCalendar calendar, InstantSource clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    record AssessmentView(
            String verdict,
            String provision,
            List<String> alsoUnder,
            List<String> kinds,
            Long leastMinor,
            Long mostMinor,
            String currency,
            List<String> gates,
            List<StepView> steps) {

        static AssessmentView of(Assessment found) {
            return new AssessmentView(
                    found.verdict().code(),
                    found.applied().map(Provision::id).orElse(null),
                    found.alsoUnder().stream().map(Provision::id).toList(),
                    found.kinds().stream().sorted().map(PenaltyKind::code).toList(),
                    found.range().least().map(Money::minor).orElse(null),
                    found.range().most().map(Money::minor).orElse(null),
                    found.range()
                            .most()
                            .map(most -> most.currency().getCurrencyCode())
                            .orElse(null),
                    found.gates(),
                    found.steps().stream().map(StepView::of).toList());
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "What the law allows for an act, step by step, each with its source")
    public AssessmentView assess(@BeanParam AssessmentParameters asked) {
        return AssessmentView.of(Assessor.assess(
                rules, calendar, AssessmentQuestion.read(asked, rules, calendar.dateOf(clock.instant()))));
    }
}
