package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;

/** What a partner's machine answered: to that partner, and to whoever runs the platform. It outlives the subscription. */
@Path("/subscriptions/{id}/evidence")
@RolesAllowed({Roles.PARTNER, Roles.PLATFORM_ADMIN})
class WebhookEvidenceResource {

    private final EvidenceSeals seals;
    private final CurrentActor actor;

    WebhookEvidenceResource(EvidenceSeals seals, CurrentActor actor) {
        this.seals = seals;
        this.actor = actor;
    }

    /**
     * @param position of the event in the ledger
     * @param document RFC 8785 text: status, headers, and the body up to 4096 octets
     * @param digest SHA-256 of the document
     * @param sealId of the seal that it stands in; null until it is sealed
     */
    record WebhookEvidenceView(
            UUID id,
            UUID eventId,
            long position,
            String outcome,
            Instant at,
            String document,
            String digest,
            UUID sealId) {
        static WebhookEvidenceView of(WebhookEvidenceRow row, UUID sealId) {
            return new WebhookEvidenceView(
                    row.id, row.eventId, row.position, row.outcome, row.at, row.document, row.digest, sealId);
        }
    }

    @GET
    @Operation(summary = "What was answered to each event that the webhook was given, oldest first")
    public Uni<RestResponse<Page<WebhookEvidenceView>>> list(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        boolean all = asker.has(Roles.PLATFORM_ADMIN);
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createSelectionQuery(
                                "from WebhookEvidenceRow where subscriptionId = :id and (:all = true or partner = :partner)"
                                        + " and id > :after order by id",
                                WebhookEvidenceRow.class)
                        .setParameter("id", id)
                        .setParameter("all", all)
                        .setParameter("partner", asker.subject())
                        .setParameter("after", page.after() == null ? new UUID(0, 0) : page.after())
                        .setMaxResults(page.limit() + 1)
                        .getResultList()))
                .chain(rows -> seals.of(rows.stream().map(row -> row.id).toList())
                        .map(found ->
                                found.stream().collect(Collectors.toMap(one -> (UUID) one[0], one -> (UUID) one[1])))
                        .map((Map<UUID, UUID> sealed) -> Page.of(rows, page, row -> row.id)
                                .map(row -> WebhookEvidenceView.of(row, sealed.get(row.id)))
                                .response(uri)));
    }
}
