package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.mail.Mail;
import org.regulus.notification.mail.edge.MailClient;

/**
 * Mails the newest checkpoint to those who keep it where this installation cannot change it. It stands for every earlier entry. A witness
 * that could not be reached is tried again; a mail may come twice when we die behind it.
 */
@ApplicationScoped
class WitnessMail {

    private static final Logger LOG = Logger.getLogger(WitnessMail.class);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String WITNESSES =
            "insert into witness_mail (recipient) select unnest(string_to_array(?1, ',')) on conflict do nothing";

    private static final String TAKE =
            """
            update witness_mail w set due_at = clock_timestamp() + make_interval(secs => ?2)
            from (select size, note from ledger_checkpoint order by size desc limit 1) c
            where w.recipient = any(string_to_array(?1, ',')) and w.due_at <= clock_timestamp() and w.size < c.size
            returning w.recipient, c.size, c.note""";

    private static final String MAILED =
            """
            update witness_mail set size = ?2, due_at = clock_timestamp() + make_interval(secs => ?3)
            where recipient = ?1""";

    private static final String TEXT =
            """
            这是本系统存证账本的签名检查点。请妥善保存：日后可据此核对账本是否被改动。
            A signed checkpoint of this installation's ledger. Keep it: whether the ledger still begins with it can be
            checked at any time (POST /ledger/checkpoints/verification).

            %s""";

    private final MailClient mailer;
    private final LedgerLimits limits;

    WitnessMail(MailClient mailer, LedgerLimits limits) {
        this.mailer = mailer;
        this.limits = limits;
    }

    private record Due(String recipient, long size, String note) {}

    @Scheduled(every = "{regulus.ledger.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        String recipients = String.join(",", limits.witnessMails().orElse(List.of()));
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Executor back = back(Vertx.currentContext());
        return take(recipients)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.<Optional<Due>>of())
                        : Uni.join().all(due.stream().map(this::mail).toList()).andFailFast())
                .emitOn(back)
                .chain(mailed -> Multi.createFrom()
                        .iterable(mailed)
                        .onItem()
                        .transformToUniAndConcatenate(one ->
                                one.map(this::note).orElse(Uni.createFrom().voidItem()))
                        .collect()
                        .last());
    }

    private static Uni<List<Due>> take(String recipients) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(WITNESSES)
                        .setParameter(1, recipients)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(TAKE, Object[].class)
                                .setParameter(1, recipients)
                                .setParameter(2, (double) LEASE.toSeconds())
                                .getResultList())))
                .map(rows -> rows.stream()
                        .map(row -> new Due((String) row[0], (Long) row[1], (String) row[2]))
                        .toList());
    }

    /** Empty when it could not be mailed. */
    private Uni<Optional<Due>> mail(Due due) {
        Mail mail = Mail.of(
                        due.recipient(),
                        "存证账本检查点 · Ledger checkpoint %d".formatted(due.size()),
                        TEXT.formatted(due.note()))
                .attach(new Mail.Part(
                        Witness.name(due.size()), due.note().getBytes(StandardCharsets.UTF_8), "text/plain"));
        return mailer.send(mail).map(receipt -> {
            if (receipt.outcome() == Outcome.ACCEPTED) {
                return Optional.of(due);
            }
            LOG.warnf(
                    "checkpoint %d: a witness was not reached by mail, %s",
                    due.size(), receipt.facts().get("fault"));
            return Optional.empty();
        });
    }

    private Uni<Void> note(Due due) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(MAILED)
                        .setParameter(1, due.recipient())
                        .setParameter(2, due.size())
                        .setParameter(3, (double) limits.witnessMailPause().toSeconds())
                        .executeUpdate()))
                .replaceWithVoid();
    }

    /** The mail server answers on other threads; the database session lives on this context. */
    private static Executor back(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }
}
