package org.regulus.notification.timeline.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.actor.Scope;
import org.regulus.common.problem.Problem;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.timeline.edge.LiveStory.Told;

/**
 * What happens, as it happens: to officers in the cases that their authority reads, to operators in their own, as far as the timeline shows it
 * to them. An event's id is its place in the ledger, so whoever comes again with the last one it saw misses nothing; comments carry how far
 * the ledger was looked through, so that a listener for whom nothing happens does not begin at its beginning again.
 */
@Path("/stream")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class LiveResource {

    private final LedgerHead head;
    private final LiveStory story;
    private final LiveLimits limits;
    private final LiveSeats seats;
    private final CurrentActor actor;

    LiveResource(LedgerHead head, LiveStory story, LiveLimits limits, LiveSeats seats, CurrentActor actor) {
        this.head = head;
        this.story = story;
        this.limits = limits;
        this.seats = seats;
        this.actor = actor;
    }

    /** How far a listener is. */
    private static final class Cursor {
        private long position;

        Cursor(long position) {
            this.position = position;
        }
    }

    private sealed interface Step {}

    private record Happened(Told told) implements Step {}

    /** Everything up to there that the listener may see is told. */
    private record Reached(long position) implements Step {}

    private record Alive() implements Step {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Server-sent events; with Last-Event-ID from behind that one on, else from now on")
    public Multi<OutboundSseEvent> listen(@HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        Actor listener = actor.get();
        Scope scope = listener.scope();
        Long last = lastEventId == null || lastEventId.isBlank() ? null : position(lastEventId);
        io.vertx.core.Context here = Vertx.currentContext();
        seats.take(listener.subject());
        return head.now()
                .onItem()
                .transformToMulti(now -> lines(sse, last == null ? now : Math.min(last, now), now, scope, here))
                .select()
                .first(limits.longest())
                .onTermination()
                .invoke(() -> seats.leave(listener.subject()));
    }

    private Multi<OutboundSseEvent> lines(Sse sse, long from, long now, Scope scope, io.vertx.core.Context here) {
        Cursor sent = new Cursor(from);
        OutboundSseEvent open = comment(sse, "listening", from);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(open), // so that the listener has its answer before anything happens
                        Multi.createBy()
                                .merging()
                                .streams(heartbeat(here), stream(from, now, scope, here))
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        step -> Multi.createFrom().items(write(sse, step, sent).stream())));
    }

    /** Behind the place where both streams meet: a comment never tells more than what went out before it. */
    private static Optional<OutboundSseEvent> write(Sse sse, Step step, Cursor sent) {
        if (step instanceof Reached reached) {
            sent.position = reached.position();
            return Optional.empty();
        }
        return Optional.of(
                step instanceof Happened happened ? event(sse, happened.told()) : comment(sse, "alive", sent.position));
    }

    private static OutboundSseEvent comment(Sse sse, String word, long position) {
        return sse.newEventBuilder().id(String.valueOf(position)).comment(word).build();
    }

    private Multi<Step> heartbeat(io.vertx.core.Context here) {
        return Multi.createFrom()
                .ticks()
                .every(limits.heartbeat())
                .onOverflow()
                .drop()
                .emitOn(task -> here.runOnContext(nothing -> task.run()))
                .map(tick -> new Alive());
    }

    @ServerExceptionMapper
    RestResponse<Problem> tooMany(LiveSeats.NoneLeft refused) {
        return ResponseBuilder.create(
                        Response.Status.TOO_MANY_REQUESTS, Problem.of(429, "stream.too-many", refused.getMessage()))
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", limits.heartbeat().toSeconds())
                .build();
    }

    private Multi<Step> stream(long from, long now, Scope scope, io.vertx.core.Context here) {
        Cursor cursor = new Cursor(from);
        Multi<Long> moves = head.moves().emitOn(task -> here.runOnContext(nothing -> task.run()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(now), moves)
                .onItem()
                .transformToMultiAndConcatenate(end -> upTo(end, cursor, scope));
    }

    /** Window by window: a listener that comes back after long is not given all at once. */
    private Multi<Step> upTo(long end, Cursor cursor, Scope scope) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(end, cursor, scope))
                .whilst(found -> cursor.position < end)
                .onItem()
                .transformToMultiAndConcatenate(found -> Multi.createFrom().iterable(found));
    }

    private Uni<List<Step>> next(long end, Cursor cursor, Scope scope) {
        long to = Math.min(cursor.position + limits.window(), end);
        if (to <= cursor.position) {
            return Uni.createFrom().item(List.of());
        }
        return story.between(cursor.position, to, scope)
                .invoke(found -> cursor.position = to)
                .map(found -> Stream.<Step>concat(found.stream().map(Happened::new), Stream.of(new Reached(to)))
                        .toList());
    }

    private static OutboundSseEvent event(Sse sse, Told told) {
        return sse.newEventBuilder()
                .id(String.valueOf(told.position()))
                .name(told.type())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(told)
                .build();
    }

    private static long position(String lastEventId) {
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException notOurs) {
            throw Refusal.malformed("stream.last-event-id", "Send the id of the last event that you saw, unchanged");
        }
    }
}
