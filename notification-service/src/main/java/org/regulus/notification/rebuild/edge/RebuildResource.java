package org.regulus.notification.rebuild.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.rebuild.Source;

/** Makes the timelines and the list of cases anew from the ledger or from Kafka, for those who run this installation. */
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
     * @param source ledger or kafka
     * @param stage reading the source, writing the cases, or finished
     * @param position how many entries of the ledger, or records of the topics, were read
     * @param upto how many there were when it began
     * @param unreadable records that are no event; they are in the dead letters
     * @param cases that were gone through
     * @param failed those of them that could not be written anew, a hundred at most; they stay as they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RebuildView(
            UUID id,
            String source,
            String stage,
            long position,
            long upto,
            long unreadable,
            long cases,
            List<UUID> failed,
            Instant askedAt,
            Instant finishedAt) {
        static RebuildView of(RebuildRow row, List<UUID> failed) {
            return new RebuildView(
                    row.id,
                    row.source,
                    row.stage,
                    row.position,
                    row.upto,
                    row.unreadable,
                    row.cases,
                    failed,
                    row.askedAt,
                    row.finishedAt);
        }
    }

    @POST
    @Operation(
            summary = "Asks for the timelines and the list of cases to be made anew, case after case",
            description =
                    "From the ledger, or (source=kafka) from what the four topics hold. They are read and added to meanwhile; each case is replaced in one transaction.")
    public Uni<RestResponse<RebuildView>> ask(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("source") @DefaultValue("ledger") String source) {
        return rebuilds.ask(actor.get(), key, Source.of(source)).map(row -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, RebuildView.of(row, List.of()))
                .location(URI.create("/timeline-rebuilds/" + row.id))
                .build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a rebuild has come")
    public Uni<RebuildView> one(@RestPath UUID id) {
        return rebuilds.one(id).chain(row -> rebuilds.failed(id).map(failed -> RebuildView.of(row, failed)));
    }
}
