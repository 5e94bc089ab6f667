package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;

/** The plan of an inspection and its approval: the authority's own affair until notice is given. */
@Path("/inspections/{id}/plan")
class PlanResource {

    private final Plans plans;
    private final CurrentActor actor;

    PlanResource(Plans plans, CurrentActor actor) {
        this.plans = plans;
        this.actor = actor;
    }

    /**
     * What the one who approves has to know.
     *
     * @param cause where the task comes from: drawn, or what gave cause
     * @param inspectorIds empty while none are drawn: then it cannot be approved yet
     * @param ofTheYear how often the operator is inspected in that calendar year, this inspection with it
     * @param withoutNotice why the operator is told at its door only, or null
     * @param plannedBy the account of the officer, as {@code approvedBy} of another
     */
    record PlanView(
            UUID inspectionId,
            String caseNumber,
            String authority,
            String cause,
            String basis,
            List<ControlItem> items,
            String withoutNotice,
            List<UUID> inspectorIds,
            long ofTheYear,
            String plannedBy,
            Instant plannedAt,
            String approvedBy,
            Instant approvedAt) {}

    @PUT
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary =
                    "Plans the inspection, until it is held or begun at the door; a changed plan has to be approved anew")
    public Uni<RestResponse<PlanView>> plan(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Plans.Plan wanted) {
        return plans.plan(actor.get(), id, ETags.version(seen), wanted)
                .chain(row -> Panache.withSession(() -> shown(row)));
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The plan as it stands, and who approved it")
    public Uni<RestResponse<PlanView>> get(@RestPath UUID id) {
        return Panache.withSession(() -> Inspections.get(actor.get(), id).chain(this::shown));
    }

    @PUT
    @Path("/approval")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Operation(summary = "Approves the plan of another; only then may the operator be told")
    public Uni<RestResponse<PlanView>> approve(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return plans.approve(actor.get(), id, ETags.version(seen)).chain(row -> Panache.withSession(() -> shown(row)));
    }

    private Uni<RestResponse<PlanView>> shown(InspectionRow row) {
        Plans.Plan plan = plans.plan(row);
        return Plans.ofTheYear(row).map(ofTheYear -> {
            PlanView view = new PlanView(
                    row.id,
                    row.caseNumber,
                    row.authority,
                    row.cause,
                    plan.basis(),
                    plan.items(),
                    plan.withoutNotice(),
                    row.inspectors(),
                    ofTheYear,
                    row.plannedBy,
                    row.plannedAt,
                    row.approvedBy,
                    row.approvedAt);
            return RestResponse.ResponseBuilder.ok(view)
                    .header("ETag", ETags.of(row.version))
                    .build();
        });
    }
}
