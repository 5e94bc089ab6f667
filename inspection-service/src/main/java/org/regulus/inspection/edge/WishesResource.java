package org.regulus.inspection.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;

/** What the operator wishes of its interview: for planning; nobody is bound by it. */
@Path("/inspections/{id}/wishes")
class WishesResource {

    private final StatedWishes wishes;
    private final CurrentActor actor;

    WishesResource(StatedWishes wishes, CurrentActor actor) {
        this.wishes = wishes;
        this.actor = actor;
    }

    private RestResponse<Wishes> shown(InspectionRow row) {
        return RestResponse.ResponseBuilder.ok(wishes.of(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The operator's wishes for its interview")
    public Uni<RestResponse<Wishes>> get(@RestPath UUID id) {
        return Inspections.get(actor.get(), id).map(this::shown);
    }

    @PUT
    @RolesAllowed({Roles.OPERATOR, Roles.CASE_OFFICER})
    @Operation(
            summary =
                    "States the wishes until the interview was held; the last ones count (If-Match: the inspection's)")
    public Uni<RestResponse<Wishes>> state(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Wishes anew) {
        return wishes.state(actor.get(), id, ETags.version(seen), anew).map(this::shown);
    }
}
