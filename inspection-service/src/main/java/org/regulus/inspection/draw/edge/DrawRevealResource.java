package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;

/** The shares of a draw's seed, as the bodies reveal them. */
@Path("/draws/{id}/reveals")
class DrawRevealResource {

    private final DrawShares shares;
    private final CurrentActor actor;

    DrawRevealResource(DrawShares shares, CurrentActor actor) {
        this.shares = shares;
        this.actor = actor;
    }

    @PUT
    @Path("/{party}")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = Reveals.KEPT, description = Reveals.STAYS)
    public Uni<List<Reveals.RevealView>> reveal(
            @RestPath UUID id, @RestPath String party, @NotNull @Valid Reveals.NewShare share) {
        return shares.reveal(actor.get(), id, share.of(party));
    }

    @GET
    @PermitAll
    @Operation(summary = "The shares that were revealed, and when, for everybody")
    public Uni<List<Reveals.RevealView>> reveals(@RestPath UUID id) {
        return Panache.withSession(() -> DrawResource.published(id).chain(row -> Reveals.of(row.commitment)))
                .map(rows -> rows.stream().map(Reveals.RevealView::of).toList());
    }
}
