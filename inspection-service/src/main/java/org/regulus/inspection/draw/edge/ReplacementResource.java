package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Rows;

/** Drawn cases that fall out, each replaced by the next ticket, for everybody to see. */
@Path("/draws/{id}/replacements")
class ReplacementResource {

    private static final String LINES = "application/x-ndjson";

    private final Replacements replacements;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    ReplacementResource(Replacements replacements, Idempotency idempotency, CurrentActor actor) {
        this.replacements = replacements;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record ReplacementView(
            UUID id,
            UUID drawId,
            int number,
            UUID removedCaseId,
            UUID substituteCaseId,
            String reason,
            String replacementDigest,
            Instant madeAt) {
        static ReplacementView of(ReplacementRow row) {
            return new ReplacementView(
                    row.id,
                    row.drawId,
                    row.number,
                    row.removedCaseId,
                    row.substituteCaseId,
                    row.reason,
                    row.recordDigest,
                    row.madeAt);
        }
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Replaces a drawn case that cannot be inspected by the next ticket of its stratum")
    public Uni<RestResponse<ReplacementView>> make(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewReplacement wanted) {
        return idempotency
                .once(actor.get(), key, List.of(id, wanted), () -> replacements.make(actor.get(), id, wanted))
                .chain(made -> Rows.of(ReplacementRow.class, actor.get()).one(made, "draw.unknown"))
                .map(row -> RestResponse.status(RestResponse.Status.CREATED, ReplacementView.of(row)));
    }

    @GET
    @Produces(LINES)
    @PermitAll
    @Operation(
            summary =
                    "The replacements of a draw, for everybody, a line for each: appended to the draw record they can be verified with it")
    public Uni<String> lines(@RestPath UUID id) {
        return DrawResource.published(id)
                .chain(draw -> Panache.withSession(() -> Replacements.of(draw.id)))
                .map(rows -> rows.stream().map(row -> row.record + "\n").collect(Collectors.joining()));
    }
}
