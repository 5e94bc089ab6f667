package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.UniqueElements;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.document.ServiceWay;

/** A document goes on its way to the operator: what becomes of it there is recorded with the notification-service. */
@Path("/documents/{id}/dispatch")
@Tag(name = "Documents")
class DispatchResource {

    private final DispatchCommands dispatches;
    private final CurrentActor actor;

    DispatchResource(DispatchCommands dispatches, CurrentActor actor) {
        this.dispatches = dispatches;
        this.actor = actor;
    }

    /**
     * @param methods how it may be served, the first one first
     * @param consent SHA-256 of the operator's written consent to be served electronically
     */
    record NewDispatch(
            @NotEmpty @UniqueElements
                    List<@NotNull @Pattern(regexp = "in-person|post|electronic|entrusted") String> methods,
            @Pattern(regexp = "[0-9a-f]{64}") String consent) {

        DispatchCommands.Wish wish() {
            return new DispatchCommands.Wish(
                    methods.stream()
                            .map(code -> ServiceWay.of(code).orElseThrow())
                            .toList(),
                    Optional.ofNullable(consent));
        }
    }

    @PUT
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary =
                    "Hand the document over to be served, by the ways that are named; once, and only while the case says the same")
    public Uni<RestResponse<DocumentView>> dispatch(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull NewDispatch wanted) {
        return dispatches
                .dispatch(actor.get(), id, ETags.version(seen), wanted.wish())
                .map(row -> DocumentView.of(row).ok());
    }
}
