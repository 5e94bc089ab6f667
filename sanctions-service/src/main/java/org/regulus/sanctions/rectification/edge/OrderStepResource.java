package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.sanctions.rectification.edge.OrderStepCommands.Step;

/** The steps beside the main way of an order. */
@Path("/orders/{id}")
@Tag(name = "Rectification orders")
class OrderStepResource {

    private final OrderStepCommands steps;
    private final CurrentActor actor;

    OrderStepResource(OrderStepCommands steps, CurrentActor actor) {
        this.steps = steps;
        this.actor = actor;
    }

    @PUT
    @Path("/acknowledgement")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator has the order: days from receipt begin")
    public Uni<RestResponse<OrderView>> acknowledge(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Acknowledgement step) {
        return take(seen, step);
    }

    @PUT
    @Path("/service")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The order was handed over against receipt: days from receipt begin")
    public Uni<RestResponse<OrderView>> handOver(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Service step) {
        return take(seen, step);
    }

    @PUT
    @Path("/extension-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks for more time, before it is over")
    public Uni<RestResponse<OrderView>> requestExtension(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Extension step) {
        return take(seen, step);
    }

    @PUT
    @Path("/extension")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER})
    @Operation(summary = "Grant or refuse more time, with the reason: by somebody else than who made the order")
    public Uni<RestResponse<OrderView>> decideExtension(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.ExtensionDecision step) {
        return take(seen, step);
    }

    @PUT
    @Path("/suspension")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The operator cannot be inspected: its time stands still")
    public Uni<RestResponse<OrderView>> suspend(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Suspension step) {
        return take(seen, step);
    }

    @PUT
    @Path("/resumption")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "It goes on; dates move by the days that did not count")
    public Uni<RestResponse<OrderView>> resume(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Resumption step) {
        return take(seen, step);
    }

    @PUT
    @Path("/interview")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "An interview (yuetan) was held, and the operator took on a duty")
    public Uni<RestResponse<OrderView>> interview(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Interview step) {
        return take(seen, step);
    }

    @PUT
    @Path("/new-term")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "After a rejection: another date for each open item, with the reasons")
    public Uni<RestResponse<OrderView>> renew(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.NewTerm step) {
        return take(seen, step);
    }

    @PUT
    @Path("/referral")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "After a rejection: the matter goes to those who pursue it, with the reasons")
    public Uni<RestResponse<OrderView>> refer(
            @BeanParam SeenOrder seen, @Valid @NotNull OrderStepRequests.Referral step) {
        return take(seen, step);
    }

    private Uni<RestResponse<OrderView>> take(SeenOrder seen, Step step) {
        return steps.take(seen.by(actor.get()), step).map(OrderView::ok);
    }
}
