package org.regulus.inspection.request.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.edge.Window;
import org.regulus.inspection.request.Request;

/** Requests of the operator for another slot or another inspector. A recusal is decided by the authority's decision maker. */
@Path("/inspections/{inspection}/requests")
class RequestResource {

    private final Requests requests;
    private final Idempotency idempotency;
    private final CurrentActor actor;
    private final ObjectMapper json;

    RequestResource(Requests requests, Idempotency idempotency, CurrentActor actor, ObjectMapper json) {
        this.requests = requests;
        this.idempotency = idempotency;
        this.actor = actor;
        this.json = json;
    }

    record NewSlotRequest(
            @NotBlank @Size(max = 2000) String reason,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Window> preferred) {}

    record NewRecusalRequest(
            @NotNull UUID inspectorId,
            @NotNull @Pattern(regexp = "near-relative|interest|other-relation") String ground,
            @NotBlank @Size(max = 2000) String reason) {}

    /** @param startsAt where the interview goes when another slot is granted, until {@code endsAt} */
    record Decision(
            @NotNull Boolean granted,
            @NotBlank @Size(max = 2000) String answer,
            @ThisCentury Instant startsAt,
            @ThisCentury Instant endsAt) {
        Slot slot() {
            return startsAt == null || endsAt == null ? null : new Slot(startsAt, endsAt);
        }
    }

    record RequestView(
            UUID id,
            UUID inspectionId,
            String kind,
            UUID inspectorId,
            String ground,
            String reason,
            List<Slot> preferred,
            String state,
            String answer,
            Instant madeAt,
            Instant decidedAt,
            String lapseReason,
            Instant lapsedAt) {}

    private RequestView view(RequestRow row) {
        try {
            return new RequestView(
                    row.id,
                    row.inspectionId,
                    row.kind,
                    row.inspectorId,
                    row.ground,
                    row.reason,
                    List.of(json.readValue(row.preferred, Slot[].class)),
                    row.state,
                    row.answer,
                    row.madeAt,
                    row.decidedAt,
                    row.lapseReason,
                    row.lapsedAt);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RestResponse<RequestView> shown(RequestRow row, RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, view(row))
                .header("ETag", ETags.of(row.version))
                .header("Location", URI.create("/inspections/%s/requests/%s".formatted(row.inspectionId, row.id)))
                .build();
    }

    @POST
    @Path("/slot")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Asks for another slot, twice at most, until the day before")
    public Uni<RestResponse<RequestView>> slot(
            @RestPath UUID inspection,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewSlotRequest asked) {
        return idempotency
                .once(
                        actor.get(),
                        key,
                        List.of(inspection, asked),
                        () -> requests.askForSlot(actor.get(), inspection, asked, json))
                .chain(id -> Requests.get(actor.get(), inspection, id))
                .map(row -> shown(row, RestResponse.Status.CREATED));
    }

    @POST
    @Path("/recusal")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Asks that an inspector be recused")
    public Uni<RestResponse<RequestView>> recusal(
            @RestPath UUID inspection,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewRecusalRequest asked) {
        return idempotency
                .once(
                        actor.get(),
                        key,
                        List.of(inspection, asked),
                        () -> requests.askForRecusal(actor.get(), inspection, asked))
                .chain(id -> Requests.get(actor.get(), inspection, id))
                .map(row -> shown(row, RestResponse.Status.CREATED));
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The requests, oldest first")
    public Uni<RestResponse<Page<RequestView>>> list(
            @RestPath UUID inspection,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(RequestRow.class, actor.get())
                .and("inspectionId = :of", "of", inspection)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id).map(this::view).response(uri));
    }

    @PUT
    @Path("/{id}/decision")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER})
    @Operation(summary = "Decides: a granted slot moves the interview, a granted recusal draws the next inspector")
    public Uni<RestResponse<RequestView>> decide(
            @RestPath UUID inspection,
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @NotNull @Valid Decision decision) {
        long version = ETags.version(seen);
        return Requests.get(actor.get(), inspection, id)
                .invoke(row -> mayDecide(row))
                .chain(row -> requests.decide(actor.get(), row, version, decision, decision.slot()))
                .map(row -> shown(row, RestResponse.Status.OK));
    }

    /** The head of the authority decides on recusal (Administrative Penalty Law, Art. 43). */
    private void mayDecide(RequestRow row) {
        String needed = row.kind.equals(Request.Kind.RECUSAL.word()) ? Roles.DECISION_MAKER : Roles.CASE_OFFICER;
        if (!actor.get().has(needed)) {
            throw Refusal.forbidden("request.not-yours-to-decide", "This is decided by a " + needed);
        }
    }
}
