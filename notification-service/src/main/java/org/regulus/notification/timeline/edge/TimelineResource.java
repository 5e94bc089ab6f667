package org.regulus.notification.timeline.edge;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.notification.timeline.Story;

/** The timeline of a case: whole for those authorities that read it, without internal steps for its operator. */
@Path("/cases/{caseId}/timeline")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class TimelineResource {

    private final CurrentActor actor;

    TimelineResource(CurrentActor actor) {
        this.actor = actor;
    }

    record What(String zh, String en) {}

    record EntryView(
            UUID eventId,
            String type,
            What what,
            Instant at,
            String authority,
            String aggregateType,
            UUID aggregateId,
            long sequence,
            UUID causationId) {
        static EntryView of(TimelineRow row) {
            Story story = Story.of(row.type);
            return new EntryView(
                    row.id,
                    row.type,
                    new What(story.zh(), story.en()),
                    row.at,
                    row.authority,
                    row.aggregateType,
                    row.aggregateId,
                    row.sequence,
                    row.causationId);
        }
    }

    @GET
    @Operation(summary = "What has happened in a case, across all services, oldest first")
    public Uni<RestResponse<Page<EntryView>>> list(
            @RestPath UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        return Readership.readable(TimelineRow.class, asker, "caseId")
                .and("caseId = :case", "case", caseId)
                .and("forOperator = :shown", "shown", asker.has(Roles.OPERATOR) ? true : null)
                .page(page)
                .map(rows -> {
                    if (rows.isEmpty() && page.after() == null) {
                        throw Refusal.notFound("case.unknown", "There is no case %s here".formatted(caseId));
                    }
                    return Page.of(rows, page, row -> row.id).map(EntryView::of).response(uri);
                });
    }
}
