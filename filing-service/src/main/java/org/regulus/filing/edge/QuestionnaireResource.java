package org.regulus.filing.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.filing.campaign.edge.Questionnaires;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.questionnaire.Questionnaire;

/** What a case's filing has to answer. */
@Path("/cases/{caseId}/questionnaire")
class QuestionnaireResource {

    private final CurrentActor actor;
    private final Questionnaires questionnaires;

    QuestionnaireResource(CurrentActor actor, Questionnaires questionnaires) {
        this.actor = actor;
        this.questionnaires = questionnaires;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The questionnaire of the case's campaign, as it stands corrected")
    public Uni<Questionnaire> get(@RestPath UUID caseId) {
        return Panache.withSession(() -> CaseReaders.cases(actor.get())
                .one(caseId, "case.unknown")
                .invoke(Filings::asked)
                .chain(row -> questionnaires.asked(row.campaignId, row.correction))
                .map(Questionnaires.Asked::questionnaire));
    }
}
