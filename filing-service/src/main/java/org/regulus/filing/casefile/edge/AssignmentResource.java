package org.regulus.filing.casefile.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;

/** Who has a case in hand. It changes nothing about who may do what in it. */
@Path("/cases/{caseId}/assignment")
class AssignmentResource {

    private static final String MYSELF = "me";

    private final Assignments assignments;
    private final CurrentActor actor;

    AssignmentResource(Assignments assignments, CurrentActor actor) {
        this.assignments = assignments;
        this.actor = actor;
    }

    /** @param officer an account of {@code GET /officers}, or {@code me} */
    record Assignment(@NotBlank @Size(max = 200) String officer) {}

    /** @param officer left out: nobody */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentView(UUID caseId, String officer) {}

    private static RestResponse<AssignmentView> shown(CaseRow row) {
        return RestResponse.ResponseBuilder.ok(new AssignmentView(row.id, row.assignedTo))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Who has the case in hand")
    public Uni<RestResponse<AssignmentView>> get(@RestPath UUID caseId) {
        return Rows.of(CaseRow.class, actor.get()).one(caseId, "case.unknown").map(AssignmentResource::shown);
    }

    @PUT
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER})
    @Operation(summary = "Takes the case into one's hands, or gives it to an officer of the same authority")
    public Uni<RestResponse<AssignmentView>> assign(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Assignment assignment) {
        String account = assignment.officer().equals(MYSELF) ? actor.get().subject() : assignment.officer();
        return assignments
                .assign(actor.get(), caseId, ETags.version(seen), account)
                .map(AssignmentResource::shown);
    }

    @DELETE
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER})
    @Operation(summary = "Nobody has the case in hand any more")
    public Uni<RestResponse<AssignmentView>> release(@RestPath UUID caseId, @HeaderParam("If-Match") String seen) {
        return assignments
                .assign(actor.get(), caseId, ETags.version(seen), null)
                .map(AssignmentResource::shown);
    }
}
