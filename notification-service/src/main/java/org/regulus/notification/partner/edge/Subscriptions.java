package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.time.IdSource;
import org.regulus.notification.partner.edge.SubscriptionMessages.SubscriptionEnded;
import org.regulus.notification.partner.edge.SubscriptionResource.NewSubscription;

/** What partners do with their subscriptions. Whose it is, is part of every query. */
@ApplicationScoped
class Subscriptions {

    private static final int SECRET_BYTES = 32;

    /** Its events are numbered: those that it was given up, then this one. */
    private static final String DELETE =
            "delete from subscription where id = ?1 and partner = ?2 returning kind, delivered, announced";

    private final SecureRandom random = new SecureRandom();
    private final Idempotency idempotency;
    private final IdSource ids;
    private final InstantSource clock;
    private final WebhookLimits limits;
    private final SubscriptionTargets targets;
    private final Outbox outbox;

    Subscriptions(
            Idempotency idempotency,
            IdSource ids,
            InstantSource clock,
            WebhookLimits limits,
            SubscriptionTargets targets,
            Outbox outbox) {
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.targets = targets;
        this.outbox = outbox;
    }

    /** It begins with what is announced from now on. */
    Uni<SubscriptionRow> create(Actor partner, String key, NewSubscription wanted) {
        targets.check(partner, wanted);
        return idempotency
                .once(partner, key, wanted, () -> Panache.getSession().chain(session -> room(session, partner)
                        .chain(() -> targets.free(session, partner, wanted))
                        .chain(() -> Feed.head(session))
                        .chain(head -> {
                            SubscriptionRow row = row(partner, wanted, head);
                            return session.persist(row).replaceWith(row.id);
                        })))
                .chain(id -> one(partner, id));
    }

    private SubscriptionRow row(Actor partner, NewSubscription wanted, long head) {
        SubscriptionRow row = new SubscriptionRow();
        row.id = ids.next();
        row.partner = partner.subject();
        row.kind = wanted.kind();
        row.url = wanted.url();
        row.types = SubscriptionRow.joined(wanted.types());
        row.authorities = SubscriptionRow.joined(wanted.authorities());
        row.campaigns = SubscriptionRow.joined(
                wanted.campaigns().stream().map(UUID::toString).toList());
        row.classification = wanted.classification();
        row.secret = PartnerTopics.KIND.equals(row.kind) ? null : newSecret();
        row.position = head;
        row.createdAt = clock.instant();
        row.dueAt = Instant.EPOCH;
        return row;
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.secret(bytes);
    }

    /**
     * From here on no other request of the same partner counts until this one is through.
     *
     * @throws Refusal CONFLICT {@code subscription.too-many}
     */
    private Uni<Void> room(Mutiny.Session session, Actor partner) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('subscription ' || ?1, 0)) as text)",
                        String.class)
                .setParameter(1, partner.subject())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from subscription where partner = ?1", Long.class)
                        .setParameter(1, partner.subject())
                        .getSingleResult())
                .invoke(count -> {
                    if (count >= limits.perPartnerMax()) {
                        throw Refusal.conflict(
                                "subscription.too-many", "There may be %d at once".formatted(limits.perPartnerMax()));
                    }
                })
                .replaceWithVoid();
    }

    Uni<List<SubscriptionRow>> page(Actor partner, PageRequest page) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from SubscriptionRow where partner = :partner and id > :after order by id",
                        SubscriptionRow.class)
                .setParameter("partner", partner.subject())
                .setParameter("after", page.after() == null ? new UUID(0, 0) : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList()));
    }

    Uni<Long> head() {
        return Panache.withSession(() -> Panache.getSession().chain(Feed::head));
    }

    Uni<SubscriptionRow> one(Actor partner, UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createSelectionQuery(
                                "from SubscriptionRow where partner = :partner and id = :id", SubscriptionRow.class)
                        .setParameter("partner", partner.subject())
                        .setParameter("id", id)
                        .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("subscription.unknown", "There is no subscription %s".formatted(id)));
    }

    /** @throws Refusal CONFLICT {@code subscription.no-secret}: a topic has none */
    Uni<SubscriptionRow> rotate(Actor partner, UUID id) {
        return one(partner, id)
                .invoke(SubscriptionTargets::checkSecret)
                .chain(() -> change(
                        partner,
                        id,
                        "former_secret = secret, secret = ?3, former_until = clock_timestamp() + make_interval(secs => ?4)",
                        newSecret(),
                        (double) limits.formerSecret().toSeconds()));
    }

    /** What was given up begins again where it stopped. */
    Uni<SubscriptionRow> enable(Actor partner, UUID id) {
        return change(
                partner,
                id,
                """
                disabled_at = null, told = false, told_due = '-infinity', told_tries = 0, failures = 0, failing_since = null,
                due_at = clock_timestamp()""");
    }

    /** From that moment on everything is delivered again, once the sender that has it in hand at this moment is through: it does not undo it. */
    Uni<SubscriptionRow> replay(Actor partner, UUID id, Instant since) {
        return change(
                partner,
                id,
                "position = (%s), round = round + 1, due_at = clock_timestamp()"
                        .formatted(Feed.BEFORE.replace("?1", "?3")),
                since.atOffset(ZoneOffset.UTC));
    }

    Uni<Void> delete(Actor partner, UUID id) {
        return one(partner, id)
                .chain(() -> Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(DELETE, Object[].class)
                                .setParameter(1, id)
                                .setParameter(2, partner.subject())
                                .getSingleResultOrNull()
                                .chain(gone -> gone == null ? Uni.createFrom().voidItem() : end(partner, id, gone)))));
    }

    private Uni<Void> end(Actor partner, UUID id, Object[] gone) {
        return outbox.append(SubscriptionMessages.ended(
                new SubscriptionEnded(id, partner.subject(), (String) gone[0], (Long) gone[1], clock.instant()),
                (Integer) gone[2] + 1));
    }

    private Uni<SubscriptionRow> change(Actor partner, UUID id, String set, Object... values) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    var update = session.createNativeQuery(
                                    "update subscription set %s where id = ?1 and partner = ?2".formatted(set))
                            .setParameter(1, id)
                            .setParameter(2, partner.subject());
                    for (int i = 0; i < values.length; i++) {
                        update.setParameter(i + 3, values[i]);
                    }
                    return update.executeUpdate();
                }))
                .chain(() -> one(partner, id));
    }
}
