package org.regulus.notification.evidence.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.notification.message.Notice;
import org.regulus.notification.timeline.edge.Readership;

/** What proves that an operator was told: to every authority that reads the case, and to the operator. */
@Path("/evidence")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class EvidenceResource {

    private final Evidences evidences;
    private final CurrentActor actor;

    EvidenceResource(Evidences evidences, CurrentActor actor) {
        this.evidences = evidences;
        this.actor = actor;
    }

    /**
     * @param subject the message, or the item in the inbox
     * @param digest SHA-256 of the document, as the event beside it announced it
     */
    record EvidenceView(
            UUID id,
            UUID subject,
            UUID caseId,
            String recipient,
            String kind,
            int attempt,
            String outcome,
            Instant at,
            String digest) {
        static EvidenceView of(EvidenceRow row) {
            return new EvidenceView(
                    row.id,
                    row.subjectId,
                    row.caseId,
                    row.recipient,
                    row.kind,
                    row.attempt,
                    row.outcome,
                    row.at,
                    row.digest);
        }
    }

    @GET
    @Operation(
            summary = "What was kept as evidence, oldest first",
            description = "Of a message (subject, its id, or that of an item in the inbox) or of a whole case")
    public Uni<RestResponse<Page<EvidenceView>>> list(
            @QueryParam("subject") UUID subject,
            @QueryParam("case") UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return own().and("subjectId = :subject", "subject", subject)
                .and("caseId = :case", "case", caseId)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(EvidenceView::of).response(uri));
    }

    @GET
    @Path("/{id}/document")
    @Produces("application/json")
    @Operation(summary = "The evidence itself: the octets of which the digest is the SHA-256")
    public Uni<String> document(@RestPath UUID id) {
        return one(id).map(row -> row.document);
    }

    @GET
    @Path("/{id}/source")
    @Produces("application/octet-stream")
    @Operation(summary = "The mail as it was handed over, of which the document names the SHA-256")
    public Uni<byte[]> source(@RestPath UUID id) {
        return one(id).chain(row -> evidences.source(row.id))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("evidence.no-source", "What was handed over was not kept with it"));
    }

    private Uni<EvidenceRow> one(UUID id) {
        return own().one(id, "evidence.unknown");
    }

    /** What went to people of an authority is that authority's alone, also when others read the case. */
    private Rows<EvidenceRow> own() {
        Actor asker = actor.get();
        boolean operator = asker.has(Roles.OPERATOR);
        return Readership.readable(EvidenceRow.class, asker, "caseId")
                .and("recipient = :operator", "operator", operator ? Notice.OPERATOR : null)
                .and(
                        "(recipient = 'operator' or authority = :ownAuthority)",
                        "ownAuthority",
                        operator ? null : asker.requireAuthority());
    }
}
