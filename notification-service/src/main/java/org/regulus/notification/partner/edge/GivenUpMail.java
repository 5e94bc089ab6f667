package org.regulus.notification.partner.edge;

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
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.mail.Mail;
import org.regulus.notification.mail.edge.MailClient;
import org.regulus.notification.message.edge.MessageLimits;

/** Mails those who run the platform, where any are named, that a subscription was given up: a partner that is not there does not look. */
@ApplicationScoped
class GivenUpMail {

    private static final Logger LOG = Logger.getLogger(GivenUpMail.class);
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** With the lease between them a day: then it is seen where subscriptions are listed, or not at all. */
    private static final int TRIES_MAX = 288;

    private static final String TAKE =
            """
            update subscription set told_due = clock_timestamp() + make_interval(secs => ?1), told_tries = told_tries + 1
            where disabled_at is not null and not told and told_due <= clock_timestamp()
            returning id, partner, kind, last_failure, told_tries, cast(extract(epoch from disabled_at) * 1000000 as bigint)""";

    private static final String TEXT =
            """
            合作方订阅长期无法送达，已停用：%1$s（合作方 %2$s，%3$s，最后错误 %4$s）。
            恢复后由合作方重新启用，期间的事件不会丢失。
            A partner's subscription could not be delivered to and was given up: %1$s (partner %2$s, %3$s, last fault %4$s).
            The partner puts it to work again (PUT /subscriptions/%1$s/activation); nothing was lost meanwhile.
            """;

    private final MailClient mailer;
    private final WebhookLimits limits;
    private final MessageLimits mails;

    GivenUpMail(MailClient mailer, WebhookLimits limits, MessageLimits mails) {
        this.mailer = mailer;
        this.limits = limits;
        this.mails = mails;
    }

    private record GivenUp(UUID id, String partner, String kind, String fault, int tries, long micros) {

        /** The same however often it goes out, so that a mail program shows it once; another when it is given up again. */
        String messageId(String recipient, String host) {
            String told = "%s %s %d".formatted(id, recipient, micros);
            return "<%s@%s>".formatted(UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)), host);
        }
    }

    @Scheduled(every = "{regulus.webhooks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        List<String> recipients = limits.givenUpMails().orElse(List.of());
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Executor back = back(Vertx.currentContext());
        return take().chain(taken -> Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(one -> tell(one, recipients, back))
                .collect()
                .last());
    }

    private static Uni<List<GivenUp>> take() {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(TAKE, Object[].class)
                                .setParameter(1, (double) LEASE.toSeconds())
                                .getResultList()))
                .map(rows -> rows.stream()
                        .map(row -> new GivenUp(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Integer) row[4],
                                (Long) row[5]))
                        .toList());
    }

    /** One who was reached is enough: an address that is none for good would have the others mailed for ever. */
    private Uni<Void> tell(GivenUp one, List<String> recipients, Executor back) {
        return Uni.join()
                .all(recipients.stream().map(recipient -> mail(one, recipient)).toList())
                .andFailFast()
                .emitOn(back)
                .chain(receipts -> one.tries() >= TRIES_MAX
                                || receipts.stream().anyMatch(receipt -> receipt.outcome() == Outcome.ACCEPTED)
                        ? told(one)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Receipt> mail(GivenUp one, String recipient) {
        String subject = "合作方订阅已停用 · Subscription given up: %s".formatted(one.partner());
        String text = TEXT.formatted(one.id(), one.partner(), one.kind(), one.fault());
        return mailer.send(
                        Mail.of(recipient, subject, text).identified(one.messageId(recipient, mails.messageIdHost())))
                .invoke(receipt -> {
                    if (receipt.outcome() != Outcome.ACCEPTED) {
                        LOG.warnf("subscription %s was given up: somebody was not reached by mail", one.id());
                    }
                });
    }

    private static Uni<Void> told(GivenUp one) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("update subscription set told = true where id = ?1")
                                .setParameter(1, one.id())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** The mail server answers on other threads; the database session lives on this context. */
    private static Executor back(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }
}
