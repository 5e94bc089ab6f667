package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.List;
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

    private static final String PAGE = CaseList.page(
            """
            c.id, c.authority, c.operator_id, c.operator_name, c.case_number, c.campaign_id, c.assigned_to, c.province, c.kind, c.phase, c.opened_at,
            c.next_due, c.next_due_at""");

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
        return found(filter.criteria(asker), asker, page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(row -> CaseView.of(row, staff))
                .response(uri));
    }

    /** Up to one more than the page holds. */
    private static Uni<List<KnownCaseRow>> found(CaseCriteria criteria, Actor asker, PageRequest page) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> criteria.bound(session.createNativeQuery(PAGE, KnownCaseRow.class), asker.scope())
                        .setParameter(CaseList.NEXT, page.after() == null ? new UUID(0, 0) : page.after())
                        .setParameter(CaseList.NEXT + 1, page.limit() + 1)
                        .getResultList()));
    }
}
