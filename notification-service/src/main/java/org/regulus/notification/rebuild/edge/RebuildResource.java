package org.regulus.notification.rebuild.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;

/** Makes the timelines and the list of cases anew from the ledger, for those who run this installation. */
@Path("/timeline-rebuilds")
@RolesAllowed(Roles.PLATFORM_ADMIN)
class RebuildResource {

    private final Rebuilds rebuilds;
    private final CurrentActor actor;

    RebuildResource(Rebuilds rebuilds, CurrentActor actor) {
        this.rebuilds = rebuilds;
        this.actor = actor;
    }

    /**
     * @param stage reading the ledger, writing the cases, or finished
     * @param position how far the ledger was read
     * @param cases that were written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RebuildView(UUID id, String stage, long position, long cases, Instant askedAt, Instant finishedAt) {
        static RebuildView of(RebuildRow row) {
            return new RebuildView(row.id, row.stage, row.position, row.cases, row.askedAt, row.finishedAt);
        }
    }

    @POST
    @Operation(
            summary = "Asks for the timelines and the list of cases to be made anew from the ledger, case after case",
            description = "They are read and added to meanwhile; each case is replaced in one transaction.")
    public Uni<RestResponse<RebuildView>> ask(@HeaderParam("Idempotency-Key") String key) {
        return rebuilds.ask(actor.get(), key)
                .map(row -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, RebuildView.of(row))
                        .location(URI.create("/timeline-rebuilds/" + row.id))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a rebuild has come")
    public Uni<RebuildView> one(@RestPath UUID id) {
        return rebuilds.one(id).map(RebuildView::of);
    }
}
