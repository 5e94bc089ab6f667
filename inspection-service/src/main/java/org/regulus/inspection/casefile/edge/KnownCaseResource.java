package org.regulus.inspection.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** The cases this service knows of a campaign: what a draw's frame will be taken from. */
@Path("/cases")
@RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
class KnownCaseResource {

    private final CurrentActor actor;

    KnownCaseResource(CurrentActor actor) {
        this.actor = actor;
    }

    record KnownCaseView(
            UUID id,
            String caseNumber,
            UUID operatorId,
            String province,
            String filing,
            boolean overdue,
            boolean inspected,
            boolean closed) {
        static KnownCaseView of(KnownCase known) {
            return new KnownCaseView(
                    known.id,
                    known.caseNumber,
                    known.operatorId,
                    known.province,
                    known.filing,
                    known.overdue,
                    known.inspected,
                    known.closed);
        }
    }

    /** @param total all cases of the campaign; they are counted because an officer compares the number before a draw */
    record KnownCases(List<KnownCaseView> items, String next, long total) {}

    @GET
    @Operation(summary = "The cases of a campaign as this service knows them, with their number")
    public Uni<KnownCases> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (campaign == null) {
            throw Refusal.invalid("case.campaign-required", "Name the campaign: ?campaign=<id>");
        }
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(KnownCase.class, actor.get())
                .and("campaignId = :campaign", "campaign", campaign)
                .page(page)
                .map(rows -> Page.of(rows, page, known -> known.id).map(KnownCaseView::of))
                .chain(found -> total(campaign).map(total -> new KnownCases(found.items(), found.next(), total)));
    }

    private Uni<Long> total(UUID campaign) {
        String authority = actor.get().requireAuthority();
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from known_case where campaign_id = ?1 and authority = ?2", Long.class)
                .setParameter(1, campaign)
                .setParameter(2, authority)
                .getSingleResult()));
    }
}
