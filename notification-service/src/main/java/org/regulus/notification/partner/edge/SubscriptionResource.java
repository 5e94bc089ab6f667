package org.regulus.notification.partner.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
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
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.notification.partner.Classification;

/** What a partner is pushed, and how it fares. */
@Path("/subscriptions")
@RolesAllowed(Roles.PARTNER)
class SubscriptionResource {

    private final Subscriptions subscriptions;
    private final CurrentActor actor;

    SubscriptionResource(Subscriptions subscriptions, CurrentActor actor) {
        this.subscriptions = subscriptions;
        this.actor = actor;
    }

    /** A kind that is missing is a webhook. An empty or missing list stands for all that the partner may see, and so does a missing classification. */
    record NewSubscription(
            @Pattern(regexp = "webhook|topic") String kind,
            @Size(max = 2_000) String url,
            @Size(max = 100) List<@NotNull @Pattern(regexp = "regulus\\.[a-z]+\\.[a-z-]+\\.v\\d+") String> types,
            @Size(max = 100) List<@NotNull @Pattern(regexp = "[A-Z]{2,10}") String> authorities,
            @Size(max = 100) List<@NotNull UUID> campaigns,
            @Pattern(regexp = Classification.WORDS) String classification) {
        NewSubscription {
            kind = kind == null ? "webhook" : kind;
            types = types == null ? List.of() : types;
            authorities = authorities == null ? List.of() : authorities;
            campaigns = campaigns == null ? List.of() : campaigns;
        }
    }

    record Replay(@NotNull Instant since) {}

    /**
     * @param lag entries of the ledger that were not looked at yet
     * @param secret only where it was made: in the answers of creation and rotation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubscriptionView(
            UUID id,
            String kind,
            String url,
            String topic,
            List<String> types,
            List<String> authorities,
            List<String> campaigns,
            String classification,
            String state,
            long position,
            Long lag,
            long delivered,
            int failures,
            Instant failingSince,
            String lastFailure,
            Instant nextAttemptAt,
            Instant disabledAt,
            String secret) {
        static SubscriptionView of(SubscriptionRow row, Long head, boolean withSecret) {
            String state = row.disabledAt != null ? "disabled" : row.failures > 0 ? "failing" : "active";
            return new SubscriptionView(
                    row.id,
                    row.kind,
                    row.url,
                    PartnerTopics.KIND.equals(row.kind) ? PartnerTopics.name(row.partner) : null,
                    SubscriptionRow.list(row.types),
                    SubscriptionRow.list(row.authorities),
                    SubscriptionRow.list(row.campaigns),
                    row.classification,
                    state,
                    row.position,
                    head == null ? null : head - row.position,
                    row.delivered,
                    row.failures,
                    row.failingSince,
                    row.lastFailure,
                    row.failures > 0 && row.disabledAt == null ? row.dueAt : null,
                    row.disabledAt,
                    withSecret ? row.secret : null);
        }
    }

    @POST
    @Operation(
            summary =
                    "Subscribes a webhook, or the topic of one's own, to what is announced from now on; the answer tells the secret, once")
    public Uni<RestResponse<SubscriptionView>> create(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewSubscription wanted) {
        return subscriptions.create(actor.get(), key, wanted).map(row -> RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, SubscriptionView.of(row, null, true))
                .location(URI.create("/subscriptions/" + row.id))
                .build());
    }

    @GET
    @Operation(summary = "The asker's subscriptions, how far they are and how they fare")
    public Uni<RestResponse<Page<SubscriptionView>>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return subscriptions
                .page(actor.get(), page)
                .chain(rows -> subscriptions.head().map(head -> Page.of(rows, page, row -> row.id)
                        .map(row -> SubscriptionView.of(row, head, false))
                        .response(uri)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One subscription")
    public Uni<SubscriptionView> one(@RestPath UUID id) {
        return subscriptions
                .one(actor.get(), id)
                .chain(row -> subscriptions.head().map(head -> SubscriptionView.of(row, head, false)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a subscription")
    public Uni<RestResponse<Void>> delete(@RestPath UUID id) {
        return subscriptions.delete(actor.get(), id).replaceWith(RestResponse.noContent());
    }

    @POST
    @Path("/{id}/secrets")
    @Operation(summary = "A new secret; the former one signs beside it for a day")
    public Uni<SubscriptionView> rotate(@RestPath UUID id) {
        return subscriptions.rotate(actor.get(), id).map(row -> SubscriptionView.of(row, null, true));
    }

    @PUT
    @Path("/{id}/replay")
    @Operation(summary = "Delivers everything again that was announced since that moment")
    public Uni<SubscriptionView> replay(@RestPath UUID id, @NotNull @Valid Replay replay) {
        return subscriptions.replay(actor.get(), id, replay.since()).map(row -> SubscriptionView.of(row, null, false));
    }

    @PUT
    @Path("/{id}/activation")
    @Operation(summary = "Goes on with a subscription that was disabled, where it stopped")
    public Uni<SubscriptionView> enable(@RestPath UUID id) {
        return subscriptions.enable(actor.get(), id).map(row -> SubscriptionView.of(row, null, false));
    }
}
