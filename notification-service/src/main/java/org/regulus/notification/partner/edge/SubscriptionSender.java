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
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.regulus.notification.partner.Delivery;
import org.regulus.notification.partner.Delivery.Answer;
import org.regulus.notification.partner.edge.Feed.Entry;
import org.regulus.notification.partner.edge.Feed.Found;
import org.regulus.notification.partner.edge.SubscriptionClaims.Claimed;
import org.regulus.notification.partner.edge.SubscriptionClaims.Outcome;
import org.regulus.notification.partner.edge.SubscriptionClaims.Proof;
import org.regulus.notification.partner.edge.Way.Answered;

/**
 * Pushes to each subscription what is next for it, in the order of the ledger: an event that is not taken holds up those behind it, and no
 * other subscription.
 */
@ApplicationScoped
class SubscriptionSender {

    private static final Logger LOG = Logger.getLogger(SubscriptionSender.class);

    private final SubscriptionClaims claims;
    private final Feed feed;
    private final Webhooks webhooks;
    private final PartnerTopics topics;
    private final WebhookLimits limits;

    SubscriptionSender(
            SubscriptionClaims claims, Feed feed, Webhooks webhooks, PartnerTopics topics, WebhookLimits limits) {
        this.claims = claims;
        this.feed = feed;
        this.webhooks = webhooks;
        this.topics = topics;
        this.limits = limits;
    }

    /** @param fault why the next events could not be read, or null */
    private record Work(Claimed claimed, Found found, Throwable fault) {}

    @Scheduled(every = "{regulus.webhooks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        return deliver()
                .chain(outcomes -> inTurn(outcomes.stream().map(this::settle).toList()))
                .replaceWithVoid();
    }

    /** Everything but the note of it. */
    Uni<List<Outcome>> deliver() {
        Executor back = back(Vertx.currentContext());
        return claims.take()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : read(taken).chain(this::deliverAll).emitOn(back));
    }

    private Way way(Claimed claimed) {
        return PartnerTopics.KIND.equals(claimed.target().kind()) ? topics : webhooks;
    }

    /** A context has one database session: what is next for each is read one after the other. */
    private Uni<List<Work>> read(List<Claimed> taken) {
        return inTurn(taken.stream().map(this::next).toList());
    }

    private Uni<Work> next(Claimed one) {
        Found none = new Found(List.of(), one.position(), one.position());
        return Panache.withSession(() -> feed.after(one.position(), one.partner(), one.filter(), way(one).eventsMax()))
                .map(found -> new Work(one, found, null))
                .onFailure() // whatever it is, it is this one's own: the others go on
                .recoverWithItem(fault -> new Work(one, none, fault));
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
        private final List<Proof> proofs = new ArrayList<>();
        private Answered refused;
        private long arrived;
    }

    private Uni<Outcome> deliver(Work work) {
        Progress progress = new Progress();
        if (work.fault() != null) {
            progress.refused = Answered.refused(work.fault());
            return Uni.createFrom().item(outcome(work, progress));
        }
        return way(work.claimed())
                .arrived(work.claimed())
                .chain(arrived -> give(work, arrived, progress))
                .onFailure()
                .invoke(fault -> progress.refused = Answered.refused(fault))
                .onFailure()
                .recoverWithNull()
                .map(nothing -> outcome(work, progress));
    }

    private Uni<Void> give(Work work, long arrived, Progress progress) {
        progress.arrived = arrived;
        return Multi.createFrom()
                .iterable(work.found().entries())
                .onItem()
                .transformToUniAndConcatenate(entry -> done(progress)
                        ? Uni.createFrom().voidItem()
                        : give(work.claimed(), entry, arrived)
                                .invoke(answered -> note(progress, entry, answered))
                                .replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Answered> give(Claimed claimed, Entry entry, long arrived) {
        return entry.position() <= arrived
                ? Uni.createFrom().item(Answered.taken())
                : way(claimed).give(claimed, entry);
    }

    private boolean done(Progress progress) {
        return progress.refused != null
                || System.nanoTime() - progress.start > limits.look().toNanos();
    }

    private static void note(Progress progress, Entry entry, Answered answered) {
        if (answered.receipt() != null) {
            progress.proofs.add(new Proof(entry, answered.receipt()));
        }
        if (answered.answer() == Answer.TAKEN) {
            progress.taken.add(entry);
        } else {
            progress.refused = answered;
        }
    }

    private Outcome outcome(Work work, Progress progress) {
        Claimed claimed = work.claimed();
        int delivered = progress.taken.size();
        boolean all = delivered == work.found().entries().size();
        long reached = all
                ? work.found().next()
                : delivered == 0
                        ? claimed.position()
                        : progress.taken.get(delivered - 1).position();
        long position = Math.max(reached, progress.arrived);
        Delivery delivery = delivered > 0 ? Delivery.fresh(claimed.takenAt()) : claimed.delivery();
        if (progress.refused == null) {
            return new Outcome(claimed, position, delivered, delivery, null, progress.proofs);
        }
        double jitter = ThreadLocalRandom.current().nextDouble();
        return new Outcome(
                claimed,
                position,
                delivered,
                delivery.after(progress.refused.answer(), claimed.takenAt(), jitter, limits.patience()),
                progress.refused.failure(),
                progress.proofs);
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
