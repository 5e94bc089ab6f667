package org.regulus.inspection.complaint.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones.ThisCentury;

/** Complaints about operators. They are the authority's own: no operator reads them. */
@Path("/complaints")
class ComplaintResource {

    private final Complaints complaints;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    ComplaintResource(Complaints complaints, Idempotency idempotency, CurrentActor actor) {
        this.complaints = complaints;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    record Complainant(@NotBlank @Size(max = 200) String name, @Size(max = 200) String contact) {}

    /**
     * @param caseId the case of the operator it is about
     * @param complainant absent when nobody said who complains
     * @param confidential who complains is told only to the officer who registers it
     */
    record NewComplaint(
            @NotNull UUID caseId,
            @NotNull
                    @Pattern(
                            regexp =
                                    "security-defect|data-leak|personal-information|harmful-content|unlicensed-business|other")
                    String subject,
            @NotBlank @Size(max = 10_000) String text,
            @NotNull @ThisCentury Instant receivedAt,
            @Valid Complainant complainant,
            @NotNull Boolean confidential) {}

    record Closure(
            @NotNull @Pattern(regexp = "unfounded|not-competent|dealt-with|withdrawn|other") String reason,
            @NotBlank @Size(max = 2000) String explanation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComplaintView(
            UUID id,
            UUID caseId,
            UUID operatorId,
            String authority,
            String subject,
            String text,
            Complainant complainant,
            boolean confidential,
            Instant receivedAt,
            Instant registeredAt,
            String state,
            UUID inspectionId,
            String reason,
            String explanation,
            Instant endedAt) {

        static ComplaintView of(ComplaintRow row, Actor asker) {
            return new ComplaintView(
                    row.id,
                    row.caseId,
                    row.operatorId,
                    row.authority,
                    row.subject,
                    row.text,
                    row.complainant != null && mayKnow(row, asker)
                            ? new Complainant(row.complainant, row.contact)
                            : null,
                    row.confidential,
                    row.receivedAt,
                    row.registeredAt,
                    row.state,
                    row.inspectionId,
                    row.closeReason,
                    row.explanation,
                    row.endedAt);
        }

        private static boolean mayKnow(ComplaintRow row, Actor asker) {
            return row.registeredBy.equals(asker.subject()) || !row.confidential && asker.has(Roles.CASE_OFFICER);
        }
    }

    private RestResponse<ComplaintView> shown(ComplaintRow row, RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, ComplaintView.of(row, actor.get()))
                .header("ETag", ETags.of(row.version))
                .header("Location", URI.create("/complaints/" + row.id))
                .build();
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Registers a complaint about the operator of a case")
    public Uni<RestResponse<ComplaintView>> register(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewComplaint told) {
        return idempotency
                .once(actor.get(), key, told, () -> complaints.register(actor.get(), told))
                .chain(id -> Complaints.get(actor.get(), id))
                .map(row -> shown(row, RestResponse.Status.CREATED));
    }

    @GET
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.AUDITOR})
    @Operation(summary = "Complaints, oldest first")
    public Uni<RestResponse<Page<ComplaintView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        return Rows.of(ComplaintRow.class, asker)
                .and("caseId = :case", "case", caseId)
                .and("state = :state", "state", state)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id)
                        .map(row -> ComplaintView.of(row, asker))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.AUDITOR})
    @Operation(summary = "One complaint; who complained only to those who may know")
    public Uni<RestResponse<ComplaintView>> get(@RestPath UUID id) {
        return Complaints.get(actor.get(), id).map(row -> shown(row, RestResponse.Status.OK));
    }

    @PUT
    @Path("/{id}/inspection")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Refers the complaint to an inspection for cause, opened now unless the case has one")
    public Uni<RestResponse<ComplaintView>> refer(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return complaints.refer(actor.get(), id, ETags.version(seen)).map(row -> shown(row, RestResponse.Status.OK));
    }

    @PUT
    @Path("/{id}/closure")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Closes the complaint without an inspection, with a reason")
    public Uni<RestResponse<ComplaintView>> close(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Closure closure) {
        return complaints
                .close(actor.get(), id, ETags.version(seen), closure)
                .map(row -> shown(row, RestResponse.Status.OK));
    }
}
