package org.regulus.notification.timeline.edge;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.notification.timeline.Doer;
import org.regulus.notification.timeline.Story;
import org.regulus.notification.timeline.edge.TimelineDocuments.DocumentLink;

/** The timeline of a case: whole for those authorities that read it, without internal steps for its operator. */
@Path("/cases/{caseId}/timeline")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class TimelineResource {

    private final TimelineDocuments documents;
    private final CurrentActor actor;

    TimelineResource(TimelineDocuments documents, CurrentActor actor) {
        this.documents = documents;
        this.actor = actor;
    }

    record What(String zh, String en) {}

    /**
     * @param by operator, authority or platform: whose act it tells of
     * @param document that it tells of
     */
    record EntryView(
            UUID eventId,
            String type,
            What what,
            String by,
            Instant at,
            String authority,
            String aggregateType,
            UUID aggregateId,
            long sequence,
            UUID causationId,
            @JsonInclude(JsonInclude.Include.NON_NULL) DocumentLink document) {
        static EntryView of(TimelineRow row, DocumentLink document) {
            Story story = Story.of(row.type);
            return new EntryView(
                    row.id,
                    row.type,
                    new What(story.zh(), story.en()),
                    Doer.of(row.type).word(),
                    row.at,
                    row.authority,
                    row.aggregateType,
                    row.aggregateId,
                    row.sequence,
                    row.causationId,
                    document);
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
                .invoke(rows -> {
                    if (rows.isEmpty() && page.after() == null) {
                        throw Refusal.notFound("case.unknown", "There is no case %s here".formatted(caseId));
                    }
                })
                .chain(rows -> documents.of(rows).map(links -> Page.of(rows, page, row -> row.id)
                        .map(row -> EntryView.of(row, links.get(row.id)))
                        .response(uri)));
    }
}
