package org.regulus.sanctions.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.sanctions.casefile.edge.InspectionQueries.InspectionView;

@Path("/inspections")
@Tag(name = "Concluded inspections")
class InspectionResource {

    private final InspectionQueries inspections;
    private final CurrentActor actor;

    InspectionResource(InspectionQueries inspections, CurrentActor actor) {
        this.inspections = inspections;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Inspections concluded with issues that await an order")
    public Uni<RestResponse<Page<InspectionView>>> awaitingOrder(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        return inspections
                .awaitingOrder(actor.get(), PageRequest.of(limit, cursor))
                .map(page -> page.response(uri));
    }
}
