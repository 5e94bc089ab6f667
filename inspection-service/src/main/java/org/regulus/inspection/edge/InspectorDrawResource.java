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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
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

    record NewInspectorDraw(@NotBlank @Size(max = 500) String seedSource, @NotNull @Valid SeedChoice seed) {}

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

    private static RestResponse<String> shown(InspectionRow row) {
        return RestResponse.ResponseBuilder.ok(InspectorDraws.commitment(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }
}
