package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** Draws: first the commitment, then the seed, then a record that anybody can check. */
@Path("/draws")
class DrawResource {

    private static final String FRAME = "text/plain;charset=UTF-8";

    private final Draws draws;
    private final Abandonments abandonments;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    DrawResource(Draws draws, Abandonments abandonments, Idempotency idempotency, CurrentActor actor) {
        this.draws = draws;
        this.abandonments = abandonments;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    private static RestResponse<DrawView> shown(DrawRow row, RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, DrawView.of(row))
                .header("ETag", ETags.of(row.version))
                .header("Location", URI.create("/draws/" + row.id))
                .build();
    }

    @POST
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Freezes the frame and commits to size, algorithm and seed source, before there is a seed")
    public Uni<RestResponse<DrawView>> commit(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewDraw draw) {
        return idempotency
                .once(actor.get(), key, draw, () -> draws.commit(actor.get(), draw))
                .chain(id -> Rows.of(DrawRow.class, actor.get()).one(id, "draw.unknown"))
                .map(row -> shown(row, RestResponse.Status.CREATED));
    }

    @GET
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "The authority's draws, oldest first, redraws with their reasons")
    public Uni<RestResponse<Page<DrawView>>> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(DrawRow.class, actor.get())
                .and("campaignId = :campaign", "campaign", campaign)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(DrawView::of).response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "One draw")
    public Uni<RestResponse<DrawView>> get(@RestPath UUID id) {
        return Rows.of(DrawRow.class, actor.get())
                .one(id, "draw.unknown")
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    @PUT
    @Path("/{id}/seed")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Gives the seed: draws the sample and the inspectors and opens the inspections")
    public Uni<RestResponse<DrawView>> complete(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewSeed seed) {
        return draws.complete(actor.get(), id, ETags.version(seen), seed.given())
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    /** @param reason published */
    record Abandonment(@NotBlank @Size(max = 2000) @Pattern(regexp = NewDraw.PLAIN) String reason) {}

    @PUT
    @Path("/{id}/abandonment")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(
            summary = "Ends a draw that gets no seed, with a reason for everybody; only then another is committed to")
    public Uni<RestResponse<DrawView>> abandon(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Abandonment abandonment) {
        return abandonments
                .abandon(actor.get(), id, ETags.version(seen), abandonment.reason())
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    @GET
    @Path("/{id}/commitment")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "What the draw committed to before its seed, for everybody; its SHA-256 is in draw.committed")
    public Uni<String> commitment(@RestPath UUID id) {
        return published(id).map(row -> row.commitment);
    }

    @GET
    @Path("/{id}/frame")
    @Produces(FRAME)
    @PermitAll
    @Operation(
            summary =
                    "What the draw is made from, for everybody, a line for each unit; the SHA-256 of all of it is in draw.committed")
    public RestMulti<String> frame(@RestPath UUID id) {
        return RestMulti.fromUniResponse(published(id), Frames::published);
    }

    @GET
    @Path("/{id}/record")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            summary =
                    "The draw record, for everybody: with the frame all that is needed to draw again and compare; its SHA-256 is in draw.completed")
    public Uni<String> record(@RestPath UUID id) {
        return published(id).map(DrawRow::recorded);
    }

    /** Draws are public: who may see one does not depend on who asks. */
    static Uni<DrawRow> published(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.find(DrawRow.class, id)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("draw.unknown", "There is no draw " + id));
    }
}
