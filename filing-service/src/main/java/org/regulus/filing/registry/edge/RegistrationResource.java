package org.regulus.filing.registry.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.filing.registry.Contact;
import org.regulus.filing.registry.Licence;
import org.regulus.filing.registry.OperatedSystem;
import org.regulus.filing.registry.RegistrationStatus;

/** One operator's entry in one authority's register, with all that is known. The operator itself keeps its systems and contacts. */
@Path("/registrations/{id}")
class RegistrationResource {

    static final int MOST_LICENCES = 50;
    static final int MOST_SYSTEMS = 500;
    static final int MOST_CONTACTS = 50;

    private final Registrations registrations;
    private final CurrentActor actor;

    RegistrationResource(Registrations registrations, CurrentActor actor) {
        this.registrations = registrations;
        this.actor = actor;
    }

    record RegistrationView(
            OperatorResource.OperatorView entry,
            List<Licence> furtherLicences,
            List<String> businessTypes,
            List<String> furtherProvinces,
            List<OperatedSystem> systems,
            List<Contact> contacts) {}

    record Licensing(
            @NotNull @Size(max = MOST_LICENCES) List<@NotNull Licence> furtherLicences,
            @NotNull @Size(max = MOST_LICENCES) List<@NotBlank @Size(max = 100) String> businessTypes,
            @NotNull @Size(max = MOST_LICENCES) List<@NotBlank String> furtherProvinces) {}

    record Inventory(@NotNull @Size(max = MOST_SYSTEMS) List<@NotNull OperatedSystem> systems) {}

    record Contacts(@NotNull @Size(max = MOST_CONTACTS) List<@NotNull Contact> contacts) {}

    record Standing(@NotBlank String status, @NotBlank @Size(max = 2000) String reason) {}

    record StatusView(UUID id, String status, String reason, Instant at) {
        static StatusView of(StatusChangeRow row) {
            return new StatusView(row.id, row.status, row.reason, row.changedAt);
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "Everything that the register knows of the operator")
    public Uni<RestResponse<RegistrationView>> get(@RestPath UUID id) {
        return registrations.get(actor.get(), id).map(this::shown);
    }

    @PUT
    @Path("/licensing")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER})
    @Operation(summary = "Licences, provinces and businesses besides those of the entry, all anew")
    public Uni<RestResponse<RegistrationView>> license(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Licensing anew) {
        return registrations
                .license(
                        actor.get(),
                        id,
                        ETags.version(seen),
                        anew.furtherLicences(),
                        anew.businessTypes(),
                        anew.furtherProvinces())
                .map(this::shown);
    }

    @PUT
    @Path("/systems")
    @RolesAllowed({Roles.OPERATOR, Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER})
    @Operation(summary = "The inventory of systems, all anew")
    public Uni<RestResponse<RegistrationView>> keepSystems(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Inventory anew) {
        return registrations
                .keepSystems(actor.get(), id, ETags.version(seen), anew.systems())
                .map(this::shown);
    }

    @PUT
    @Path("/contacts")
    @RolesAllowed({Roles.OPERATOR, Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER})
    @Operation(summary = "The persons to turn to, all anew")
    public Uni<RestResponse<RegistrationView>> keepContacts(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Contacts anew) {
        return registrations
                .keepContacts(actor.get(), id, ETags.version(seen), anew.contacts())
                .map(this::shown);
    }

    @PUT
    @Path("/status")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER})
    @Operation(summary = "Suspends the operator, resumes it, or notes that it has ceased")
    public Uni<RestResponse<RegistrationView>> become(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Standing standing) {
        return registrations
                .become(
                        actor.get(),
                        id,
                        ETags.version(seen),
                        RegistrationStatus.of(standing.status()),
                        standing.reason())
                .map(this::shown);
    }

    @GET
    @Path("/status-history")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "How the status changed, oldest first; before the first change it was active")
    public Uni<RestResponse<Page<StatusView>>> history(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(StatusChangeRow.class, actor.get())
                .and("registrationId = :registration", "registration", id)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(StatusView::of).response(uri));
    }

    private RestResponse<RegistrationView> shown(RegistrationRow row) {
        RegistrationView view = new RegistrationView(
                OperatorResource.OperatorView.of(row),
                registrations.licences(row),
                List.of(row.businessTypes),
                List.of(row.furtherProvinces),
                registrations.systems(row),
                registrations.contacts(row));
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(row.version))
                .build();
    }
}
