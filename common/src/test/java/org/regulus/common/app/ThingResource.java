package org.regulus.common.app;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Reception;
import org.regulus.common.time.IdSource;

/** Touches every part of common that a REST resource touches. */
@Path("/things")
class ThingResource {

    private final Things things;
    private final Idempotency idempotency;
    private final CurrentActor actor;
    private final IdSource ids;
    private final Reception reception;

    ThingResource(Things things, Idempotency idempotency, CurrentActor actor, IdSource ids, Reception reception) {
        this.things = things;
        this.idempotency = idempotency;
        this.actor = actor;
        this.ids = ids;
        this.reception = reception;
    }

    record Part(@NotBlank String name) {}

    record NewThing(@NotBlank String name, @Positive int size, @NotNull List<@Valid Part> parts, Instant since) {}

    @POST
    @RolesAllowed("case-officer")
    public Uni<Map<String, UUID>> make(@HeaderParam("Idempotency-Key") String key, @Valid NewThing thing) {
        return idempotency
                .once(actor.get(), key, thing, () -> {
                    UUID id = ids.next();
                    return things.make(id, thing.name()).replaceWith(id);
                })
                .map(id -> Map.of("id", id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("case-officer")
    public RestResponse<String> change(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        if (ETags.version(seen) != 3) {
            throw Refusal.stale("etag.stale", "It is at version 3");
        }
        return RestResponse.ResponseBuilder.ok("{}").header("ETag", ETags.of(4)).build();
    }

    @GET
    @RolesAllowed("case-officer")
    public RestResponse<Page<UUID>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<UUID> rows = java.util.stream.LongStream.rangeClosed(1, 5)
                .mapToObj(n -> new UUID(0, n))
                .filter(id -> page.after() == null || id.compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(rows, page, id -> id).response(uri);
    }

    @GET
    @Path("/who")
    @RolesAllowed({"case-officer", "operator"})
    public Map<String, String> who() {
        return Map.of(
                "authority", actor.get().authority().orElse(""),
                "operator", actor.get().operatorId().map(UUID::toString).orElse(""));
    }

    @PUT
    @Path("/arrival")
    @RolesAllowed("case-officer")
    public Map<String, Instant> arrival(Map<String, String> body) {
        return Map.of("receivedAt", reception.receivedAt());
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed("case-officer")
    public Multi<String> listen() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item("listening"), Multi.createFrom().nothing());
    }

    @GET
    @Path("/broken")
    @RolesAllowed("case-officer")
    public String broken() {
        throw new IllegalStateException("a bug, with a secret in its message");
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "nobody may read this";
    }
}
