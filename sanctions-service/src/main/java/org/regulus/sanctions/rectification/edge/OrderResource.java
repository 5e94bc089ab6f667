package org.regulus.sanctions.rectification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.edge.OrderRequests.NewOrder;
import org.regulus.sanctions.rectification.edge.OrderRequests.Report;
import org.regulus.sanctions.rectification.edge.OrderRequests.Verification;

@Path("/orders")
@Tag(name = "Rectification orders")
class OrderResource {

    private final OrderMaking making;
    private final OrderCommands orders;
    private final OrderQueries queries;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    OrderResource(
            OrderMaking making,
            OrderCommands orders,
            OrderQueries queries,
            Idempotency idempotency,
            CurrentActor actor) {
        this.making = making;
        this.orders = orders;
        this.queries = queries;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Order an operator to put right what an inspection found")
    public Uni<RestResponse<OrderView>> order(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull NewOrder wanted) {
        Actor officer = actor.get();
        return idempotency
                .once(officer, key, wanted, () -> making.order(officer, wanted))
                .chain(id -> queries.one(officer, id))
                .map(made -> RestResponse.ResponseBuilder.<OrderView>created(URI.create("/orders/" + made.id()))
                        .entity(made)
                        .header("ETag", ETags.of(made.version()))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "Orders of your authority, or your own as an operator")
    public Uni<RestResponse<Page<OrderView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return queries.page(actor.get(), new OrderQueries.Filter(caseId, state), PageRequest.of(limit, cursor))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    public Uni<RestResponse<OrderView>> one(@RestPath UUID id) {
        return queries.one(actor.get(), id).map(OrderView::ok);
    }

    @PUT
    @Path("/{id}/report")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator says what was done about each open item")
    public Uni<RestResponse<OrderView>> report(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Report report) {
        return orders.report(actor.get(), new OrderId(id), ETags.version(seen), report)
                .map(OrderView::ok);
    }

    @PUT
    @Path("/{id}/verification")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.INSPECTOR})
    @Operation(summary = "The authority judges each open item: verified when all passed, else rejected")
    public Uni<RestResponse<OrderView>> verify(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @Valid @NotNull Verification verification) {
        return orders.verify(actor.get(), new OrderId(id), ETags.version(seen), verification)
                .map(OrderView::ok);
    }
}
