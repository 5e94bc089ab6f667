package org.regulus.notification.message.edge;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.gateway.edge.Carriers;
import org.regulus.notification.message.edge.Letters.Letter;

/**
 * Hands due messages to their carriers, outside any transaction. When the process dies, or the database does not answer, between the
 * carrier's acceptance and our mark, nobody knows whether it was taken, once the lease has ended: then the patience says what is done.
 */
@ApplicationScoped
class MessageSender {

    private static final Logger LOG = Logger.getLogger(MessageSender.class);

    private final Outgoing outgoing;
    private final Letters letters;
    private final Carriers carriers;
    private final MessageLimits limits;

    MessageSender(Outgoing outgoing, Letters letters, Carriers carriers, MessageLimits limits) {
        this.outgoing = outgoing;
        this.letters = letters;
        this.carriers = carriers;
        this.limits = limits;
    }

    /** Until a look finds less than it may take. */
    @Scheduled(every = "{regulus.messages.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        return Multi.createBy()
                .repeating()
                .uni(this::round)
                .whilst(taken -> taken == limits.batchMax())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> round() {
        return outgoing.claim(carriers.available())
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : sendAll(claimed).replaceWith(claimed.size()));
    }

    private record Answer(Letter letter, Receipt receipt) {}

    /** The letters go side by side; their ends are noted one after the other, because a context has one database session. */
    private Uni<Void> sendAll(List<UUID> claimed) {
        return letters.of(claimed)
                .chain(written -> Uni.join()
                        .all(written.stream().map(this::send).toList())
                        .andFailFast())
                .emitOn(back(Vertx.currentContext()))
                .chain(answers -> Multi.createFrom()
                        .iterable(answers)
                        .onItem()
                        .transformToUniAndConcatenate(this::settle)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** A timeout comes from another thread; the database session lives on this context. */
    private static Executor back(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }

    private Uni<Answer> send(Letter letter) {
        return Uni.createFrom()
                .deferred(() -> carriers.carry(letter))
                .onFailure()
                .recoverWithItem(fault -> Receipt.fault(Outcome.REFUSED, fault))
                .invoke(receipt -> log(letter, receipt))
                .map(receipt -> new Answer(letter, receipt));
    }

    /** Without the other's own words, which may repeat the address. */
    private static void log(Letter letter, Receipt receipt) {
        if (receipt.outcome() != Outcome.ACCEPTED) {
            LOG.warnf(
                    "message %s, attempt %d: %s, %s",
                    letter.messageId(),
                    letter.attempt(),
                    receipt.outcome().word(),
                    receipt.facts().getOrDefault("fault", receipt.facts().get("status")));
        }
    }

    private Uni<Void> settle(Answer answer) {
        Letter letter = answer.letter();
        return outgoing.settle(letter.messageId(), letter.attempt(), answer.receipt())
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "message %s, attempt %d, %s: not noted, %s",
                        letter.messageId(),
                        letter.attempt(),
                        answer.receipt().outcome().word(),
                        fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
