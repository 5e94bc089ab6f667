package org.regulus.notification.partner.edge;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.EventFilter;

/** Events for partners without Kafka and without a webhook, from any position on, as often as they like. */
@Path("/events")
@RolesAllowed(Roles.PARTNER)
class FeedResource {

    private static final int EVENTS_MAX = 500;

    private final Feed feed;
    private final CurrentActor actor;

    FeedResource(Feed feed, CurrentActor actor) {
        this.feed = feed;
        this.actor = actor;
    }

    /** @param event a CloudEvent in structured JSON, as far as the asker is cleared for it */
    record EventView(long position, @JsonRawValue String event) {}

    /**
     * @param next ask for what comes after this position next time
     * @param more whether the ledger goes on now
     */
    record Events(List<EventView> items, long next, boolean more) {}

    @GET
    @Operation(summary = "Events after a position, in order, of the authorities that were granted to the asker")
    public Uni<Events> after(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(EVENTS_MAX) int limit,
            @RestQuery List<String> type,
            @RestQuery List<String> authority,
            @RestQuery List<String> campaign,
            @RestQuery @Pattern(regexp = Classification.WORDS) String classification) {
        EventFilter filter = new EventFilter(
                type, authority, campaign, classification == null ? null : Classification.of(classification));
        String partner = actor.get().subject();
        return Panache.withSession(() -> feed.after(after, partner, filter, limit))
                .map(found -> new Events(
                        found.entries().stream()
                                .map(entry -> new EventView(entry.position(), entry.text()))
                                .toList(),
                        found.next(),
                        found.next() < found.head()));
    }
}
