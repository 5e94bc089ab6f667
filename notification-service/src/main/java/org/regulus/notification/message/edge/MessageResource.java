package org.regulus.notification.message.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.notification.message.Notice;

/** Mails: an authority's, those to its inspectors too, or an operator's own. */
@Path("/messages")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class MessageResource {

    private final CurrentActor actor;

    MessageResource(CurrentActor actor) {
        this.actor = actor;
    }

    /** @param failure why it failed: no-address, refused (too often), or address-unusable */
    record MessageView(
            UUID id,
            UUID caseId,
            UUID operatorId,
            String authority,
            String recipient,
            String channel,
            String template,
            UUID aboutEventId,
            String state,
            int attempts,
            @JsonInclude(JsonInclude.Include.NON_NULL) String failure,
            Instant plannedAt,
            Instant endedAt) {
        static MessageView of(MessageRow row) {
            return new MessageView(
                    row.id,
                    row.caseId,
                    row.operatorId,
                    row.authority,
                    row.recipient,
                    row.channel,
                    row.template,
                    row.eventId,
                    row.state,
                    row.attempts,
                    row.failure,
                    row.plannedAt,
                    row.endedAt);
        }
    }

    @GET
    @Operation(summary = "Messages and how they fared, oldest first")
    public Uni<RestResponse<Page<MessageView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        return Rows.of(MessageRow.class, asker)
                .and("recipient = :operator", "operator", asker.has(Roles.OPERATOR) ? Notice.OPERATOR : null)
                .and("caseId = :case", "case", caseId)
                .and("state = :state", "state", state)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(MessageView::of).response(uri));
    }
}
