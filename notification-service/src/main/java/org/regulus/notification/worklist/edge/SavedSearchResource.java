package org.regulus.notification.worklist.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.notification.timeline.edge.CaseCriteria;
import org.regulus.notification.worklist.SearchRules;

/** The asker's own saved searches. */
@Path("/saved-searches")
@RolesAllowed(Roles.STAFF)
class SavedSearchResource {

    private final SavedSearches searches;
    private final CurrentActor actor;

    SavedSearchResource(SavedSearches searches, CurrentActor actor) {
        this.searches = searches;
        this.actor = actor;
    }

    record Wanted(@NotBlank @Size(max = SearchRules.NAME_MAX) String name, @NotNull @Valid CaseCriteria filter) {}

    record SearchView(UUID id, String name, CaseCriteria filter) {}

    record SearchesView(List<SearchView> items) {}

    @GET
    @Operation(summary = "The searches that the asker keeps: fifty at most")
    public Uni<SearchesView> all() {
        return searches.all(actor.get())
                .map(rows -> new SearchesView(rows.stream().map(this::view).toList()));
    }

    @POST
    @Operation(summary = "Keeps a filter of the list of cases under a name")
    public Uni<RestResponse<SearchView>> create(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid Wanted wanted) {
        return searches.create(actor.get(), key, wanted.name(), wanted.filter()).map(row -> tagged(Status.CREATED, row)
                .location(URI.create("/saved-searches/" + row.id))
                .build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the asker's searches")
    public Uni<RestResponse<SearchView>> one(@RestPath UUID id) {
        return searches.one(actor.get(), id).map(row -> tagged(Status.OK, row).build());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Another name or another filter")
    public Uni<RestResponse<SearchView>> change(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Wanted wanted) {
        return searches.change(actor.get(), id, ETags.version(seen), wanted.name(), wanted.filter())
                .map(row -> tagged(Status.OK, row).build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Keeps it no longer")
    public Uni<RestResponse<Void>> remove(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return searches.remove(actor.get(), id, ETags.version(seen)).replaceWith(RestResponse.noContent());
    }

    private ResponseBuilder<SearchView> tagged(Status status, SavedSearchRow row) {
        return ResponseBuilder.create(status, view(row)).header("ETag", ETags.of(row.version));
    }

    private SearchView view(SavedSearchRow row) {
        return new SearchView(row.id, row.name, searches.read(row));
    }
}
