package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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

/** The cases that have a timeline: those that an authority reads, or an operator's own. */
@Path("/cases")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class CaseResource {

    private final CurrentActor actor;

    CaseResource(CurrentActor actor) {
        this.actor = actor;
    }

    record DueView(String duty, Instant dueAt) {}

    /**
     * @param assignedTo the account of the officer who has it in hand; not shown to operators
     * @param next what is due first
     */
    record CaseView(
            UUID id,
            String caseNumber,
            String authority,
            UUID operatorId,
            String operatorName,
            UUID campaignId,
            String province,
            String kind,
            String phase,
            @JsonInclude(JsonInclude.Include.NON_NULL) String assignedTo,
            Instant openedAt,
            DueView next) {
        static CaseView of(KnownCaseRow row, boolean staff) {
            return new CaseView(
                    row.id,
                    row.caseNumber,
                    row.authority,
                    row.operatorId,
                    row.operatorName,
                    row.campaignId,
                    row.province,
                    row.kind,
                    row.phase,
                    staff ? row.assignedTo : null,
                    row.openedAt,
                    row.nextDueAt == null ? null : new DueView(row.nextDue, row.nextDueAt));
        }
    }

    @GET
    @Operation(summary = "Cases that are known here, oldest first, and what is due next in each")
    public Uni<RestResponse<Page<CaseView>>> list(
            @BeanParam @Valid CaseFilter filter,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        boolean staff = !asker.has(Roles.OPERATOR);
        return filter.criteria(asker).rows(asker).page(page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(row -> CaseView.of(row, staff))
                .response(uri));
    }
}
