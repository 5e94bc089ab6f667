package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.filing.questionnaire.Questionnaire;

/** What can still be done to a campaign that was published. */
@Path("/campaigns/{id}")
class PublishedCampaignResource {

    private final Corrections corrections;
    private final Roster roster;
    private final Questionnaires json;
    private final CurrentActor actor;

    PublishedCampaignResource(Corrections corrections, Roster roster, Questionnaires json, CurrentActor actor) {
        this.corrections = corrections;
        this.roster = roster;
        this.json = json;
        this.actor = actor;
    }

    /** @param number 0 as it was published, then one more with each correction */
    record VersionView(
            int number,
            CampaignContent.Text titles,
            String legalBasis,
            Questionnaire questionnaire,
            Instant filingDueAt,
            String reason,
            Instant madeAt) {}

    private VersionView view(CampaignVersionRow row) {
        return new VersionView(
                row.key.number(),
                new CampaignContent.Text(row.titleZh, row.titleEn),
                row.legalBasis,
                json.read(row.questionnaire),
                row.filingDueAt,
                row.reason,
                row.madeAt);
    }

    @PUT
    @Path("/correction")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(
            summary = "Corrects what was published: a new version, of which every operator concerned is told",
            description =
                    "What is left out stays. The deadline can only be later. Submissions are judged by the version they answered;"
                            + " drafts and returned filings answer the new one.")
    public Uni<RestResponse<List<VersionView>>> correct(
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @NotNull @Valid Corrections.Correction correction) {
        return corrections
                .correct(actor.get(), id, ETags.version(seen), correction)
                .chain(row -> versions(id).map(versions -> RestResponse.ResponseBuilder.ok(versions)
                        .header("ETag", ETags.of(row.version))
                        .build()));
    }

    @GET
    @Path("/versions")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "What the campaign said and when: as published, and each correction with its reason")
    public Uni<List<VersionView>> versions(@RestPath UUID id) {
        return Panache.withSession(() -> Rows.of(CampaignRow.class, actor.get())
                .one(id, "campaign.unknown")
                .chain(row -> Panache.getSession().chain(session -> session.createSelectionQuery(
                                "from CampaignVersionRow where key.campaignId = :campaign order by key.number",
                                CampaignVersionRow.class)
                        .setParameter("campaign", row.id)
                        .getResultList()))
                .map(rows -> rows.stream().map(this::view).toList()));
    }

    /** @param filingDueOn a last day of its own for who comes late; the campaign's when left out */
    record Late(LocalDate filingDueOn) {}

    record Member(UUID caseId) {}

    @PUT
    @Path("/roster/{operatorId}")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Adds an operator of the register to a published campaign: opens its case, once")
    public Uni<RestResponse<Member>> add(@RestPath UUID id, @RestPath UUID operatorId, @NotNull @Valid Late late) {
        return roster.add(actor.get(), id, operatorId, late.filingDueOn())
                .map(added -> RestResponse.ResponseBuilder.<Member>create(
                                added.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                        .location(URI.create("/cases/" + added.caseId()))
                        .entity(new Member(added.caseId()))
                        .build());
    }
}
