package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.time.IdSource;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.partner.Delivery;
import org.regulus.notification.partner.EventFilter;
import org.regulus.notification.partner.edge.Feed.Entry;

/**
 * Subscriptions as all instances share them: one that was taken is left to its instance until the lease ends. Leases and pauses follow the
 * database's clock, because the business clock may jump.
 */
@ApplicationScoped
class SubscriptionClaims {

    private static final String TAKE =
            """
            with due as (
              select id, lease from subscription
              where disabled_at is null and due_at <= clock_timestamp() and lease_until <= clock_timestamp()
                and position < (select position from ledger_head)
              order by due_at limit ?3 for update skip locked)
            update subscription s set lease = ?1, lease_until = clock_timestamp() + make_interval(secs => ?2)
            from due where s.id = due.id
            returning s.id, s.partner, s.url, s.types, s.authorities, s.campaigns, s.position, s.secret,
                      case when s.former_until > clock_timestamp() then s.former_secret end, s.failures,
                      cast(extract(epoch from s.failing_since) * 1000000 as bigint),
                      cast(extract(epoch from clock_timestamp()) * 1000000 as bigint), s.classification, s.kind, s.round,
                      due.lease is not null or s.failures > 0""";

    private static final String SETTLE =
            """
            update subscription set position = ?3, delivered = delivered + ?4, failures = ?5, failing_since = ?6,
              last_failure = coalesce(?7, last_failure), due_at = ?8, disabled_at = ?9, lease = null, lease_until = '-infinity',
              announced = announced + case when cast(?9 as timestamptz) is null then 0 else 1 end
            where id = ?1 and lease = ?2 and round = ?10 returning announced""";

    private static final String FREE =
            """
            update subscription set delivered = delivered + ?3, lease = null, lease_until = '-infinity'
            where id = ?1 and lease = ?2""";

    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;
    private final WebhookEvidence evidence;
    private final WebhookLimits limits;

    SubscriptionClaims(
            Outbox outbox, IdSource ids, InstantSource clock, WebhookEvidence evidence, WebhookLimits limits) {
        this.evidence = evidence;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * @param url of a webhook
     * @param secrets of a webhook
     * @param round how often it was begun, at first or again
     * @param doubtful whether more may have been delivered than was noted
     */
    record Target(String kind, String url, List<String> secrets, int round, boolean doubtful) {}

    /** @param takenAt by the database's clock */
    record Claimed(
            UUID id,
            UUID lease,
            String partner,
            Target target,
            EventFilter filter,
            long position,
            Delivery delivery,
            Instant takenAt) {}

    /** What was answered to one event. */
    record Proof(Entry entry, Receipt receipt) {}

    /**
     * @param failure why the last one was not taken, or null
     * @param proofs of webhooks: what was answered, also by whom nothing is noted any more
     */
    record Outcome(
            Claimed claimed, long position, int delivered, Delivery delivery, String failure, List<Proof> proofs) {}

    Uni<List<Claimed>> take() {
        UUID lease = ids.next();
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(TAKE, Object[].class)
                                .setParameter(1, lease)
                                .setParameter(2, (double) limits.lease().toSeconds())
                                .setParameter(3, limits.subscriptionsMax())
                                .getResultList()))
                .map(rows -> rows.stream().map(row -> claimed(row, lease)).toList());
    }

    private static Claimed claimed(Object[] row, UUID lease) {
        Instant now = instant((Long) row[11]);
        return new Claimed(
                (UUID) row[0],
                lease,
                (String) row[1],
                new Target(
                        (String) row[13],
                        (String) row[2],
                        Stream.of((String) row[7], (String) row[8])
                                .filter(secret -> secret != null)
                                .toList(),
                        (Integer) row[14],
                        (Boolean) row[15]),
                SubscriptionRow.filter((String) row[3], (String) row[4], (String) row[5], (String) row[12]),
                (Long) row[6],
                new Delivery((Integer) row[9], row[10] == null ? null : instant((Long) row[10]), now, false),
                now);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Whoever's lease has ended notes nothing; who was asked to begin again meanwhile, only that it can. */
    Uni<Void> settle(Outcome outcome) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> evidence.keep(session, outcome)
                .chain(() -> note(session, outcome))
                .chain(announced -> announced == null
                        ? free(session, outcome)
                        : !outcome.delivery().disabled()
                                ? Uni.createFrom().voidItem()
                                : outbox.append(SubscriptionMessages.disabled(outcome, announced, clock.instant())))));
    }

    private static Uni<Integer> note(Mutiny.Session session, Outcome outcome) {
        Delivery delivery = outcome.delivery();
        return session.createNativeQuery(SETTLE, Integer.class)
                .setParameter(1, outcome.claimed().id())
                .setParameter(2, outcome.claimed().lease())
                .setParameter(3, outcome.position())
                .setParameter(4, (long) outcome.delivered())
                .setParameter(5, delivery.failures())
                .setParameter(6, orNull(delivery.failingSince()))
                .setParameter(7, new TypedParameterValue<>(StandardBasicTypes.STRING, outcome.failure()))
                .setParameter(8, delivery.dueAt().atOffset(ZoneOffset.UTC))
                .setParameter(9, orNull(delivery.disabled() ? outcome.claimed().takenAt() : null))
                .setParameter(10, outcome.claimed().target().round())
                .getSingleResultOrNull();
    }

    private static Uni<Void> free(Mutiny.Session session, Outcome outcome) {
        return session.createNativeQuery(FREE)
                .setParameter(1, outcome.claimed().id())
                .setParameter(2, outcome.claimed().lease())
                .setParameter(3, (long) outcome.delivered())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static TypedParameterValue<?> orNull(Instant at) {
        return new TypedParameterValue<>(
                StandardBasicTypes.OFFSET_DATE_TIME_WITH_TIMEZONE, at == null ? null : at.atOffset(ZoneOffset.UTC));
    }
}
