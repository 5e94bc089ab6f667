package org.regulus.filing.registry.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.filing.registry.Hierarchy.Competence;

/** Which authorities are competent for an operator, and why. */
@Path("/operators/{id}/competent-authorities")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class CompetenceResource {

    private final Competences competences;
    private final CurrentActor actor;

    CompetenceResource(Competences competences, CurrentActor actor) {
        this.competences = competences;
        this.actor = actor;
    }

    /** @param rule the first of the authority's rules that covers the operator */
    record CompetenceView(String authority, String rule, String legalSource) {
        static CompetenceView of(Competence competence) {
            return new CompetenceView(
                    competence.authority(),
                    competence.rule().id(),
                    competence.rule().legalSource());
        }
    }

    @GET
    @Operation(
            summary = "Which authorities are competent for the operator, and by which rule",
            description = "By the facts in the registers that the asker sees: an operator sees its own in all of them.")
    public Uni<List<CompetenceView>> list(@RestPath UUID id) {
        return competences
                .of(actor.get(), id)
                .map(found -> found.stream().map(CompetenceView::of).toList());
    }
}
