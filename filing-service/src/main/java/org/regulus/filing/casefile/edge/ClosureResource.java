package org.regulus.filing.casefile.edge;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.CaseOutcome;

/** The end of a case by an officer's hand, without a check. */
@Path("/cases/{caseId}/closure")
class ClosureResource {

    private final Closures closures;
    private final CurrentActor actor;

    ClosureResource(Closures closures, CurrentActor actor) {
        this.closures = closures;
        this.actor = actor;
    }

    /** @param note for the file: what it is known from, or which other case it is */
    record Closure(
            @NotNull @Pattern(regexp = "ceased-business|out-of-scope|duplicate") String reason,
            @NotBlank @Size(max = 2000) String note) {}

    record ClosureView(UUID caseId, String reason, String note, String closedBy, Instant closedAt) {
        static ClosureView of(CaseRow row) {
            return new ClosureView(row.id, row.outcome, row.closingNote, row.closedBy, row.stateAt);
        }
    }

    private static RestResponse<ClosureView> shown(CaseRow row) {
        return RestResponse.ResponseBuilder.ok(ClosureView.of(row))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @PUT
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary = "Closes the case by hand, for one of a few reasons",
            description = "Not while an inspection, a rectification, a penalty or a risk report waits for its own end.")
    public Uni<RestResponse<ClosureView>> close(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Closure closure) {
        return closures.close(
                        actor.get(), caseId, ETags.version(seen), CaseOutcome.of(closure.reason()), closure.note())
                .map(ClosureResource::shown);
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Why, when and by whom the case was closed by hand")
    public Uni<RestResponse<ClosureView>> get(@RestPath UUID caseId) {
        return Rows.of(CaseRow.class, actor.get())
                .one(caseId, "case.unknown")
                .invoke(row -> {
                    if (row.closedBy == null) {
                        throw Refusal.notFound("closure.unknown", "The case was not closed by hand");
                    }
                })
                .map(ClosureResource::shown);
    }
}
