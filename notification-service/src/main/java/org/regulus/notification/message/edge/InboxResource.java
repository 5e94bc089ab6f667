package org.regulus.notification.message.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.time.Zones;
import org.regulus.notification.message.Fact;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;

/** The inbox of whoever asks. */
@Path("/inbox")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class InboxResource {

    private final Inboxes inboxes;
    private final Readings readings;
    private final Rulebook rules;
    private final Facts facts;
    private final CurrentActor actor;

    InboxResource(Inboxes inboxes, Readings readings, Rulebook rules, Facts facts, CurrentActor actor) {
        this.inboxes = inboxes;
        this.readings = readings;
        this.rules = rules;
        this.facts = facts;
        this.actor = actor;
    }

    record TextView(String subject, String body, List<Fact.Line> facts) {
        static TextView of(Notice notice, Map<String, String> values, boolean chinese) {
            Notice.Text text = notice.in(chinese);
            return new TextView(text.subject(), text.body(), notice.lines(values, chinese, Zones.REGULATOR));
        }
    }

    /** @param recipient operator, or the role that is told */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            UUID id,
            UUID caseId,
            UUID operatorId,
            String authority,
            String recipient,
            String template,
            boolean legal,
            UUID aboutEventId,
            Instant at,
            TextView zh,
            TextView en,
            Instant readAt) {}

    /** @param more whether there are more than were counted */
    record UnreadView(long unread, boolean more) {}

    @GET
    @Operation(
            summary = "Messages in the asker's inbox, oldest first; unread=true for those that the asker has not read")
    public Uni<RestResponse<Page<ItemView>>> list(
            @QueryParam("unread") Boolean unread,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return inboxes.page(actor.get(), unread, page).map(items -> Page.of(items, page, item -> item.row().id)
                .map(this::view)
                .response(uri));
    }

    @GET
    @Path("/unread")
    @Operation(summary = "How many messages the asker has not read; it stops counting at 1000")
    public Uni<UnreadView> unread() {
        return inboxes.unread(actor.get()).map(count -> new UnreadView(count, count == Inboxes.COUNT_MAX));
    }

    @PUT
    @Path("/{id}/reading")
    @Operation(summary = "The asker has read it; again without harm. Of an operator it is evidence, and announced")
    public Uni<RestResponse<Void>> read(@RestPath UUID id) {
        return readings.read(actor.get(), id).replaceWith(RestResponse.noContent());
    }

    /** @param upTo the last item that the officer has seen */
    record AllRead(@NotNull UUID upTo) {}

    /** @param more whether there are more than were marked at once */
    record MarkedView(int read, boolean more) {}

    @PUT
    @Path("/reading")
    @RolesAllowed(Roles.STAFF)
    @Operation(
            summary = "The officer has read all up to an item; again without harm",
            description =
                    "Not for operators: that one of their people has read a notice is evidence of that notice, and announced")
    public Uni<MarkedView> readAll(@NotNull @Valid AllRead all) {
        return readings.readAll(actor.get(), all.upTo()).map(read -> new MarkedView(read, read == Readings.AT_ONCE));
    }

    @PUT
    @Path("/{id}/acknowledgement")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator acknowledges that it got what it has read; again without harm")
    public Uni<RestResponse<Void>> acknowledge(@RestPath UUID id) {
        return readings.acknowledge(actor.get(), id).replaceWith(RestResponse.noContent());
    }

    private ItemView view(Inboxes.Item item) {
        InboxRow row = item.row();
        Notice notice = rules.of(row.rules, row.template);
        Map<String, String> values = facts.read(row.facts);
        return new ItemView(
                row.id,
                row.caseId,
                row.operatorId,
                row.authority,
                row.recipient,
                row.template,
                row.legal,
                row.eventId,
                row.aboutAt,
                TextView.of(notice, values, true),
                TextView.of(notice, values, false),
                item.readAt());
    }
}
