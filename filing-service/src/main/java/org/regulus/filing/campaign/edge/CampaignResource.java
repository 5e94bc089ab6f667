package org.regulus.filing.campaign.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.edge.OscalCatalog;
import org.regulus.filing.registry.edge.Register;

/** Campaigns of the officer's authority. Operators see what a campaign asks through their case. */
@Path("/campaigns")
class CampaignResource {

    private final Campaigns campaigns;
    private final Questionnaires json;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    CampaignResource(Campaigns campaigns, Questionnaires json, Idempotency idempotency, CurrentActor actor) {
        this.campaigns = campaigns;
        this.json = json;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record CampaignView(
            UUID id,
            String authority,
            String code,
            CampaignContent.Text titles,
            String ruleSet,
            String legalBasis,
            CampaignContent.ScopeOf scope,
            Questionnaire questionnaire,
            Instant filingOpensAt,
            Instant filingDueAt,
            List<Integer> reminders,
            String latePolicy,
            int correction,
            String state,
            List<Campaigns.StateCount> cases) {}

    private CampaignView view(CampaignRow row, List<Campaigns.StateCount> cases) {
        return new CampaignView(
                row.id,
                row.authority,
                row.code,
                new CampaignContent.Text(row.titleZh, row.titleEn),
                row.ruleSet,
                row.legalBasis,
                json.read(row.scope, CampaignContent.ScopeOf.class),
                json.read(row.questionnaire),
                row.filingOpensAt,
                row.filingDueAt,
                List.of(row.reminders),
                row.latePolicy,
                row.correction,
                row.state,
                cases);
    }

    private Uni<RestResponse<CampaignView>> shown(CampaignRow row) {
        return Panache.withSession(() -> campaigns.states(row.id))
                .map(states -> RestResponse.ResponseBuilder.ok(view(row, states))
                        .header("ETag", ETags.of(row.version))
                        .build());
    }

    @POST
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Drafts a campaign")
    public Uni<RestResponse<CampaignView>> draft(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid CampaignContent content) {
        return idempotency
                .once(actor.get(), key, content, () -> campaigns.draft(actor.get(), content))
                .chain(id -> Rows.of(CampaignRow.class, actor.get()).one(id, "campaign.unknown"))
                .map(row -> RestResponse.ResponseBuilder.<CampaignView>created(URI.create("/campaigns/" + row.id))
                        .entity(view(row, List.of()))
                        .header("ETag", ETags.of(row.version))
                        .build());
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The authority's campaigns, oldest first")
    public Uni<RestResponse<Page<CampaignView>>> list(
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(CampaignRow.class, actor.get())
                .and("state = :state", "state", state)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id)
                        .map(row -> view(row, null))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "One campaign, with how many of its cases stand where")
    public Uni<RestResponse<CampaignView>> get(@RestPath UUID id) {
        return Rows.of(CampaignRow.class, actor.get())
                .one(id, "campaign.unknown")
                .chain(this::shown);
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "How many operators the register has in the campaign's scope now")
    public Uni<Register.ScopeCounts> preview(@RestPath UUID id) {
        return campaigns.preview(actor.get(), id);
    }

    @GET
    @Path("/{id}/figures")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "How the filing goes: in all, by day, by province, licence class and kind of system")
    public Uni<CampaignFigures> figures(@RestPath UUID id) {
        return Panache.withSession(() -> Rows.of(CampaignRow.class, actor.get())
                .one(id, "campaign.unknown")
                .chain(row -> CampaignFigures.of(row.id)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Revises a draft")
    public Uni<RestResponse<CampaignView>> revise(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid CampaignContent content) {
        return campaigns.revise(actor.get(), id, ETags.version(seen), content).chain(this::shown);
    }

    @PUT
    @Path("/{id}/questionnaire/oscal-catalog")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(
            summary = "Makes the controls of a NIST OSCAL catalogue (JSON) the questionnaire of a draft",
            description =
                    "All top-level groups, or those named by group. Revise the draft to add weights and conditions.")
    public Uni<RestResponse<CampaignView>> importCatalog(
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @QueryParam("group") List<String> groups,
            @NotNull JsonNode document) {
        return campaigns
                .ask(actor.get(), id, ETags.version(seen), OscalCatalog.questionnaire(document, Set.copyOf(groups)))
                .chain(this::shown);
    }

    @PUT
    @Path("/{id}/publication")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Publishes the campaign and opens a case for every operator in its scope")
    public Uni<RestResponse<CampaignView>> publish(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return campaigns.publish(actor.get(), id, ETags.version(seen)).chain(this::shown);
    }

    @PUT
    @Path("/{id}/completion")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Closes what was accepted and not drawn, and completes the campaign when nothing is open")
    public Uni<RestResponse<CampaignView>> complete(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return campaigns.complete(actor.get(), id, ETags.version(seen)).chain(this::shown);
    }
}
