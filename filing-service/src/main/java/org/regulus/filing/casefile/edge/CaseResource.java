package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** Cases: an authority's, or an operator's own. */
@Path("/cases")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class CaseResource {

    private static final Set<String> FILED = Set.of("submitted", "returned", "accepted");
    private static final Set<String> PROGRESS = Set.of("under-inspection", "under-rectification", "under-penalty");

    private final CurrentActor actor;

    CaseResource(CurrentActor actor) {
        this.actor = actor;
    }

    /**
     * @param state closed, under-penalty, under-rectification, under-inspection (to the operator once it was told of that), overdue, else the
     *     filing's state, else open
     */
    record CaseView(
            UUID id,
            String caseNumber,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String province,
            String licenceClass,
            List<String> systemKinds,
            String creditClass,
            String openedFor,
            Instant filingDueAt,
            String state,
            String outcome,
            Instant since) {
        static CaseView of(CaseRow row, String filingState, boolean operator) {
            return new CaseView(
                    row.id,
                    row.caseNumber,
                    row.campaignId,
                    row.operatorId,
                    row.authority,
                    row.province,
                    row.licenceClass,
                    List.of(row.systemKinds),
                    row.creditClass,
                    row.openedFor,
                    row.filingDueAt,
                    shown(row, filingState, operator ? row.toldProgress : row.progress),
                    row.outcome,
                    row.stateAt);
        }

        private static String shown(CaseRow row, String filingState, String progress) {
            if (row.isClosed()) {
                return "closed";
            }
            if (!progress.equals("none")) {
                return progress;
            }
            if (!row.state.equals("open") || filingState == null || Cases.NOTHING_FILED.contains(filingState)) {
                return row.state;
            }
            return filingState;
        }
    }

    @GET
    @Operation(summary = "Cases, oldest first; with shared=true those of other authorities that one may read")
    public Uni<RestResponse<Page<CaseView>>> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("operator") UUID operator,
            @QueryParam("province") String province,
            @QueryParam("outcome") String outcome,
            @QueryParam("state") String state,
            @QueryParam("shared") boolean shared,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        Rows<CaseRow> rows = (shared ? CaseReaders.sharedWith(asker) : Rows.of(CaseRow.class, asker))
                .and("campaignId = :campaign", "campaign", campaign)
                .and("operatorId = :operator", "operator", operator)
                .and("province = :province", "province", province)
                .and("outcome = :outcome", "outcome", outcome);
        boolean isOperator = asker.has(Roles.OPERATOR);
        return inState(rows, state, isOperator ? "toldProgress" : "progress")
                .page(page)
                .chain(found -> views(found, isOperator)
                        .map(views -> Page.of(views, page, CaseView::id).response(uri)));
    }

    /** The derived state as a condition, so that a page is full and its entitlement is still in the query. */
    private static Rows<CaseRow> inState(Rows<CaseRow> rows, String state, String progress) {
        if (state == null) {
            return rows;
        }
        if (state.equals("closed")) {
            return rows.and("state = :state", "state", state);
        }
        if (PROGRESS.contains(state)) {
            return rows.and("state <> 'closed' and %s = :progress".formatted(progress), "progress", state);
        }
        if (state.equals("overdue")) {
            return rows.and("state = :state and %s = 'none'".formatted(progress), "state", state);
        }
        if (state.equals("open")) {
            return rows.and(
                    "state = :state and %s = 'none' and id not in (select f.caseId from FilingRow f where f.state not in ('draft', 'withdrawn'))"
                            .formatted(progress),
                    "state",
                    state);
        }
        if (!FILED.contains(state)) {
            throw Refusal.invalid("case.state-unknown", "No such state of a case: " + state);
        }
        return rows.and(
                "state = 'open' and %s = 'none' and id in (select f.caseId from FilingRow f where f.state = :filing)"
                        .formatted(progress),
                "filing",
                state);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One case")
    public Uni<RestResponse<CaseView>> get(@RestPath UUID id) {
        Actor asker = actor.get();
        boolean operator = asker.has(Roles.OPERATOR);
        return CaseReaders.cases(asker).one(id, "case.unknown").chain(row -> views(List.of(row), operator)
                .map(views -> RestResponse.ResponseBuilder.ok(views.get(0))
                        .header("ETag", ETags.of(row.version))
                        .build()));
    }

    /** The filings' states of the whole page in one query. */
    private static Uni<List<CaseView>> views(List<CaseRow> rows, boolean operator) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select caseId, state from FilingRow where caseId in :cases", Object[].class)
                .setParameter("cases", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(pairs ->
                        pairs.stream().collect(Collectors.toMap(pair -> (UUID) pair[0], pair -> (String) pair[1])))
                .map((Map<UUID, String> states) -> rows.stream()
                        .map(row -> CaseView.of(row, states.get(row.id), operator))
                        .toList())));
    }
}
