package org.regulus.sanctions.ruleset.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.ruleset.RuleBook;

/** The rules that this installation applies, each parameter with its source and whether it was checked. The law is public. */
@Path("/rule-sets")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
@Tag(name = "Rule sets")
class RuleSetResource {

    private final RuleBook rules;

    RuleSetResource(RuleBook rules) {
        this.rules = rules;
    }

    record RuleSetsView(List<RuleSetView.Summary> items) {}

    @GET
    @Operation(summary = "All rule sets, with how many of their parameters are unverified")
    public RuleSetsView all() {
        return new RuleSetsView(
                rules.sets().stream().map(RuleSetView.Summary::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule set: provisions, limits, gates, discretion, surcharge")
    public RuleSetView one(@RestPath String id) {
        return rules.set(id)
                .map(RuleSetView::of)
                .orElseThrow(() -> Refusal.notFound("rule-set.unknown", "There is no rule set " + id));
    }
}
