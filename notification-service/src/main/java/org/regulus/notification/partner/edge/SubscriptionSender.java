package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.regulus.notification.partner.Delivery;
import org.regulus.notification.partner.Delivery.Answer;
import org.regulus.notification.partner.edge.Feed.Entry;
import org.regulus.notification.partner.edge.Feed.Found;
import org.regulus.notification.partner.edge.Receiver.Answered;
import org.regulus.notification.partner.edge.WebhookClaims.Claimed;
import org.regulus.notification.partner.edge.WebhookClaims.Outcome;

/**
 * Pushes to each subscription what is next for it, in the order of the ledger: an event that is not taken holds up those behind it, and no
 * other subscription. At least once: what was taken when the process died is sent again with the same webhook-id.
 */
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private final WebhookClaims claims;
    private final Feed feed;
    private final Receiver receiver;
    private final WebhookLimits limits;

    WebhookSender(WebhookClaims claims, Feed feed, Receiver receiver, WebhookLimits limits) {
        this.claims = claims;
        this.feed = feed;
        this.receiver = receiver;
        this.limits = limits;
    }

    private record Work(Claimed claimed, Found found) {}

    @Scheduled(every = "{regulus.webhooks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        Executor back = back(Vertx.currentContext());
        return claims.take()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : read(taken).chain(this::deliverAll).emitOn(back).chain(outcomes -> inTurn(
                                        outcomes.stream().map(this::settle).toList())
                                .replaceWithVoid()));
    }

    /** A context has one database session: what is next for each is read one after the other. */
    private Uni<List<Work>> read(List<Claimed> taken) {
        return inTurn(taken.stream()
                .map(one -> Panache.withSession(
                                () -> feed.after(one.position(), one.partner(), one.filter(), limits.eventsMax()))
                        .map(found -> new Work(one, found)))
                .toList());
    }

    /** Side by side. */
    private Uni<List<Outcome>> deliverAll(List<Work> all) {
        return Uni.join().all(all.stream().map(this::deliver).toList()).andFailFast();
    }

    private static <T> Uni<List<T>> inTurn(List<Uni<T>> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> one)
                .collect()
                .asList();
    }

    /** How far a look has come with one subscription. */
    private static final class Progress {
        private final long start = System.nanoTime();
        private final List<Entry> taken = new ArrayList<>();
        private Answered refused;
    }

    private Uni<Outcome> deliver(Work work) {
        Progress progress = new Progress();
        List<Entry> entries = work.found().entries();
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> done(progress)
                        ? Uni.createFrom().voidItem()
                        : post(work.claimed(), entry)
                                .invoke(answered -> note(progress, entry, answered))
                                .replaceWithVoid())
                .collect()
                .last()
                .map(last -> outcome(work, progress));
    }

    private boolean done(Progress progress) {
        return progress.refused != null
                || System.nanoTime() - progress.start > limits.look().toNanos();
    }

    private static void note(Progress progress, Entry entry, Answered answered) {
        if (answered.answer() == Answer.TAKEN) {
            progress.taken.add(entry);
        } else {
            progress.refused = answered;
        }
    }

    private Uni<Answered> post(Claimed claimed, Entry entry) {
        Map<String, String> headers = Map.of(
                "content-type", "application/cloudevents+json; charset=utf-8",
                "webhook-id", entry.eventId(),
                "webhook-timestamp", String.valueOf(claimed.takenAt().getEpochSecond()),
                "webhook-signature",
                        WebhookSignature.of(entry.eventId(), claimed.takenAt(), entry.text(), claimed.secrets()));
        return receiver.post(claimed.url(), headers, entry.text());
    }

    private Outcome outcome(Work work, Progress progress) {
        Claimed claimed = work.claimed();
        int delivered = progress.taken.size();
        boolean all = delivered == work.found().entries().size();
        long position = all
                ? work.found().next()
                : delivered == 0
                        ? claimed.position()
                        : progress.taken.get(delivered - 1).position();
        Delivery delivery = delivered > 0 ? Delivery.fresh(claimed.takenAt()) : claimed.delivery();
        if (progress.refused == null) {
            return new Outcome(claimed, position, delivered, delivery, null);
        }
        double jitter = ThreadLocalRandom.current().nextDouble();
        return new Outcome(
                claimed,
                position,
                delivered,
                delivery.after(progress.refused.answer(), claimed.takenAt(), jitter, limits.patience()),
                progress.refused.failure());
    }

    private Uni<Void> settle(Outcome outcome) {
        return claims.settle(outcome)
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "subscription %s at %d: not noted, %s",
                        outcome.claimed().id(),
                        outcome.position(),
                        fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Answers come from other threads; the database session lives on this context. */
    private static Executor back(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }
}
