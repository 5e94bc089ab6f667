package org.regulus.inspection.publication.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.inspection.publication.edge.Publications.Item;

/** What an authority published of an inspection, and how it takes that back. */
@Path("/inspections/{inspection}/publication")
class PublicationResource {

    private final Publications publications;
    private final CurrentActor actor;

    PublicationResource(Publications publications, CurrentActor actor) {
        this.publications = publications;
        this.actor = actor;
    }

    /** @param reason published with it */
    record Correction(
            @NotNull @Pattern(regexp = "no-issue|issues") String outcome,
            @NotNull @Size(max = 500) List<@NotNull @Valid Item> items,
            @NotBlank @Size(max = 2000) String reason) {}

    record Withdrawal(@NotBlank @Size(max = 2000) String reason) {}

    private RestResponse<PublishedResource.PublishedView> shown(PublicationRow row) {
        return RestResponse.ResponseBuilder.ok(PublishedResource.view(row, publications))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "What was published of the inspection")
    public Uni<RestResponse<PublishedResource.PublishedView>> get(@RestPath UUID inspection) {
        return Publications.get(actor.get(), inspection).map(this::shown);
    }

    @PUT
    @Path("/correction")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Publishes a corrected edition, with the reason")
    public Uni<RestResponse<PublishedResource.PublishedView>> correct(
            @RestPath UUID inspection, @HeaderParam("If-Match") String seen, @NotNull @Valid Correction correction) {
        return publications
                .correct(actor.get(), inspection, ETags.version(seen), correction)
                .map(this::shown);
    }

    @PUT
    @Path("/withdrawal")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Withdraws it: the public sees that, and why, and nothing else of it")
    public Uni<RestResponse<PublishedResource.PublishedView>> withdraw(
            @RestPath UUID inspection, @HeaderParam("If-Match") String seen, @NotNull @Valid Withdrawal withdrawal) {
        return publications
                .withdraw(actor.get(), inspection, ETags.version(seen), withdrawal.reason())
                .map(this::shown);
    }
}
