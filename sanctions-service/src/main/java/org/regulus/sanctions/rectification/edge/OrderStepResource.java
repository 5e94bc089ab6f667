package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderSteps;
import org.regulus.sanctions.rectification.RejectionSteps;
import org.regulus.sanctions.rectification.edge.OrderStepCommands.Target;

/** The steps beside the main way of an order. */
@Path("/orders/{id}")
@Tag(name = "Rectification orders")
class OrderStepResource {

    private final OrderStepCommands steps;
    private final RegulatorCalendar calendar;
    private final CurrentActor actor;

    OrderStepResource(OrderStepCommands steps, RegulatorCalendar calendar, CurrentActor actor) {
        this.steps = steps;
        this.calendar = calendar;
        this.actor = actor;
    }

    @PUT
    @Path("/acknowledgement")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator has the order")
    public Uni<RestResponse<OrderView>> acknowledge(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Nothing nothing) {
        return steps.take(target(id, seen), OrderSteps::acknowledge).map(OrderView::ok);
    }

    @PUT
    @Path("/extension-request")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator asks for more time, before it is over")
    public Uni<RestResponse<OrderView>> requestExtension(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Extension wanted) {
        return steps.take(
                        target(id, seen),
                        (order, at) -> OrderSteps.requestExtension(order, wanted.wishes(), wanted.reason(), at))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/extension")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.DECISION_MAKER})
    @Operation(summary = "Grant or refuse more time, with the reason: by somebody else than who made the order")
    public Uni<RestResponse<OrderView>> decideExtension(
            @RestPath UUID id,
            @HeaderParam("If-Match") String seen,
            @Valid @NotNull OrderRequests.ExtensionDecision decision) {
        return steps.takeUnlessPursued(
                        target(id, seen),
                        (order, pursuit, at) ->
                                OrderSteps.decideExtension(order, decision.by(officer(), at), pursuit, calendar))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/suspension")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "The operator cannot be inspected: its time stands still")
    public Uni<RestResponse<OrderView>> suspend(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Suspension wanted) {
        return steps.takeUnlessPursued(
                        target(id, seen),
                        (order, pursuit, at) -> OrderSteps.suspend(
                                order,
                                new OrderNote.Suspended(
                                        wanted.reason(),
                                        calendar.dateOf(at),
                                        officer().value(),
                                        at),
                                pursuit))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/resumption")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "It goes on; dates move by the days that did not count")
    public Uni<RestResponse<OrderView>> resume(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Nothing nothing) {
        return steps.take(target(id, seen), (order, at) -> OrderSteps.resume(order, officer(), calendar, at))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/interview")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "An interview (yuetan) was held, and the operator took on a duty")
    public Uni<RestResponse<OrderView>> interview(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Interview held) {
        return steps.take(
                        target(id, seen),
                        (order, at) -> OrderSteps.interview(
                                order,
                                new OrderNote.Interviewed(
                                        held.heldOn(),
                                        held.duty(),
                                        held.dueOn(),
                                        officer().value(),
                                        at),
                                calendar))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/new-term")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "After a rejection: another date for each open item, with the reasons")
    public Uni<RestResponse<OrderView>> renew(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.NewTerm term) {
        return steps.takeUnlessPursued(
                        target(id, seen),
                        (order, pursuit, at) -> RejectionSteps.renew(order, term.by(officer(), at), pursuit, calendar))
                .map(OrderView::ok);
    }

    @PUT
    @Path("/referral")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "After a rejection: the matter goes to those who pursue it, with the reasons")
    public Uni<RestResponse<OrderView>> refer(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull OrderRequests.Referral referral) {
        return steps.take(target(id, seen), (order, at) -> RejectionSteps.refer(order, referral.by(officer(), at)))
                .map(OrderView::ok);
    }

    private OfficerId officer() {
        return new OfficerId(actor.get().subject());
    }

    private Target target(UUID id, String seen) {
        return new Target(actor.get(), id, ETags.version(seen));
    }
}
