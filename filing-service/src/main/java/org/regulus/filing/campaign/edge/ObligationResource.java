package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.edge.CaseRow;

/** What an operator still has to file, to whom, by when, under which rules, and why. */
@Path("/operators/{id}/obligations")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class ObligationResource {

    private static final String OWED =
            "operatorId = :operator and campaignId is not null and state <> 'closed' and id not in"
                    + " (select f.caseId from FilingRow f where f.state in ('submitted', 'accepted'))";

    private final CurrentActor actor;
    private final InstantSource clock;
    private final Questionnaires json;

    ObligationResource(CurrentActor actor, InstantSource clock, Questionnaires json) {
        this.actor = actor;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param state {@code to-file}, or {@code to-file-again} what was returned
     * @param late the last day is over
     * @param why the facts on the authority's register by which the operator came into the campaign's scope
     */
    record Obligation(
            UUID caseId,
            String caseNumber,
            String authority,
            UUID campaignId,
            CampaignContent.Text titles,
            String state,
            Instant opensAt,
            Instant dueAt,
            boolean late,
            String ruleSet,
            String legalBasis,
            Why why) {}

    record Why(String province, String licenceClass, List<String> systemKinds, CampaignContent.ScopeOf scope) {}

    @GET
    @Operation(summary = "What the operator still has to file, oldest case first; of an authority's officers: to them")
    public Uni<RestResponse<Page<Obligation>>> list(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(CaseRow.class, actor.get())
                .and(OWED, "operator", id)
                .page(page)
                .chain(cases -> explained(cases).map(obligations -> Page.of(obligations, page, Obligation::caseId)
                        .response(uri)));
    }

    /** The campaigns and the returned filings of the whole page in a query each. */
    private Uni<List<Obligation>> explained(List<CaseRow> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instant now = clock.instant();
        return Panache.withSession(() -> Panache.getSession().chain(session -> campaigns(session, cases)
                .chain(campaigns -> returned(session, cases).map(returned -> cases.stream()
                        .map(row -> obligation(row, campaigns.get(row.campaignId), returned.contains(row.id), now))
                        .toList()))));
    }

    private static Uni<Map<UUID, CampaignRow>> campaigns(Mutiny.Session session, List<CaseRow> cases) {
        return session.createSelectionQuery("from CampaignRow where id in :ids", CampaignRow.class)
                .setParameter(
                        "ids",
                        cases.stream().map(row -> row.campaignId).distinct().toList())
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> row)));
    }

    private static Uni<Set<UUID>> returned(Mutiny.Session session, List<CaseRow> cases) {
        return session.createSelectionQuery(
                        "select caseId from FilingRow where state = 'returned' and caseId in :cases", UUID.class)
                .setParameter("cases", cases.stream().map(row -> row.id).toList())
                .getResultList()
                .map(Set::copyOf);
    }

    private Obligation obligation(CaseRow row, CampaignRow campaign, boolean returned, Instant now) {
        return new Obligation(
                row.id,
                row.caseNumber,
                row.authority,
                campaign.id,
                new CampaignContent.Text(campaign.titleZh, campaign.titleEn),
                returned ? "to-file-again" : "to-file",
                campaign.filingOpensAt,
                row.filingDueAt,
                !now.isBefore(row.filingDueAt),
                campaign.ruleSet,
                campaign.legalBasis,
                new Why(
                        row.province,
                        row.licenceClass,
                        List.of(row.systemKinds),
                        json.read(campaign.scope, CampaignContent.ScopeOf.class)));
    }
}
