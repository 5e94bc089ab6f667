package org.regulus.inspection.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.inspection.draw.edge.Commitment;
import org.regulus.inspection.draw.edge.Reveals;
import org.regulus.inspection.draw.edge.SeedChoice;

/** What the inspectors of an inspection for cause will be drawn from and by. */
@Path("/inspections/{id}/inspector-commitment")
class InspectorDrawResource {

    private final InspectorDraws draws;
    private final CurrentActor actor;

    InspectorDrawResource(InspectorDraws draws, CurrentActor actor) {
        this.draws = draws;
        this.actor = actor;
    }

    /** @param reason why there is another commitment, when of those committed to fewer than two may still act */
    record NewInspectorDraw(
            @NotBlank @Size(max = 500) String seedSource,
            @NotNull @Valid SeedChoice seed,
            @Size(max = 2000) String reason) {}

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary =
                    "Fixes the register and the source of the seed, before there is a seed (If-Match: the inspection's)")
    public Uni<RestResponse<String>> commit(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewInspectorDraw wanted) {
        return draws.commit(actor.get(), id, ETags.version(seen), wanted).map(InspectorDrawResource::shown);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "What was committed to, byte for byte: its SHA-256 is in inspector-draw-committed")
    public Uni<RestResponse<String>> get(@RestPath UUID id) {
        return Inspections.get(actor.get(), id).map(InspectorDrawResource::shown);
    }

    @PUT
    @Path("/reveals/{party}")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = Reveals.KEPT, description = Reveals.STAYS)
    public Uni<List<Reveals.RevealView>> reveal(
            @RestPath UUID id, @RestPath String party, @NotNull @Valid Reveals.NewShare share) {
        return draws.reveal(actor.get(), id, share.of(party));
    }

    @GET
    @Path("/reveals")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The shares that were revealed, and when")
    public Uni<List<Reveals.RevealView>> reveals(@RestPath UUID id) {
        return InspectorDraws.revealed(actor.get(), id);
    }

    /** @param evidence the signature of the beacon's round, or the shares */
    record SeedView(String seed, Map<String, Object> evidence) {}

    @GET
    @Path("/seed")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The seed that drew the inspectors and what proves it; for the operator once notice was given")
    public Uni<SeedView> seed(@RestPath UUID id) {
        return Inspections.get(actor.get(), id).map(row -> {
            boolean hidden = actor.get().has(Roles.OPERATOR) && row.noticedAt == null;
            if (hidden || row.seedEvidence == null) {
                throw Refusal.notFound("inspection.no-seed-yet", "There is no seed to show here");
            }
            return new SeedView(row.seed, Commitment.values(row.seedEvidence));
        });
    }

    private static RestResponse<String> shown(InspectionRow row) {
        return RestResponse.ResponseBuilder.ok(InspectorDraws.commitment(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }
}
