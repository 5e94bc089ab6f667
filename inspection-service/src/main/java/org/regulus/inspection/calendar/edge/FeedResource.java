package org.regulus.inspection.calendar.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;

/** Calendar feeds of an inspector: made, listed and revoked by whom they belong to, or by those who keep the register. */
@Path("/inspectors/{inspector}/calendar-feeds")
@RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.INSPECTOR})
class FeedResource {

    private final Feeds feeds;
    private final CurrentActor actor;

    FeedResource(Feeds feeds, CurrentActor actor) {
        this.feeds = feeds;
        this.actor = actor;
    }

    /** @param path where a calendar program reads it; shown this once */
    record NewFeed(UUID id, String path, Instant madeAt) {}

    record FeedView(UUID id, Instant madeAt, Instant revokedAt) {}

    @POST
    @Operation(summary = "Makes a secret address for a calendar program; it is shown only now")
    public Uni<RestResponse<NewFeed>> make(@RestPath UUID inspector) {
        return feeds.make(actor.get(), inspector).map(made -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new NewFeed(made.row().id, "/calendars/%s.ics".formatted(made.token()), made.row().madeAt))
                .header("Cache-Control", "no-store")
                .build());
    }

    @GET
    @Operation(summary = "The feeds of the inspector that were not revoked")
    public Uni<List<FeedView>> list(@RestPath UUID inspector) {
        return feeds.of(actor.get(), inspector).map(rows -> rows.stream()
                .map(row -> new FeedView(row.id, row.madeAt, row.revokedAt))
                .toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a feed: its address answers 404 from now on")
    public Uni<Void> revoke(@RestPath UUID inspector, @RestPath UUID id) {
        return feeds.revoke(actor.get(), inspector, id);
    }
}
