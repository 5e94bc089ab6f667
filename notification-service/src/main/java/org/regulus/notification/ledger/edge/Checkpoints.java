package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;

/**
 * Signs the ledger's size and root from time to time, keeps the note and announces it. One instance at a time does so; those that
 * append do not wait for it. It signs only what continues what was signed. A checkpoint's own event is an entry too, but makes no further checkpoint due.
 */
@ApplicationScoped
class Checkpoints {

    static final String CHECKPOINTED = "regulus.notification.ledger-checkpointed.v1";

    /** The whole installation's, not one authority's. */
    static final String AUTHORITY = "REGULUS";

    private static final String MINE = "select pg_try_advisory_xact_lock(hashtext('regulus.ledger.checkpoint'))";

    private static final String DUE =
            """
            select h.position, coalesce(c.number, 0) + 1 from ledger_head h
            left join lateral (select size, number, made_at from ledger_checkpoint order by size desc limit 1) c on true
            where (c.size is null or h.position - c.size >= ?1 or c.made_at <= clock_timestamp() - make_interval(secs => ?2))
              and exists (select 1 from ledger_entry where position > coalesce(c.size, 0) and type <> ?3)""";

    private final SigningCheck check;
    private final TreeNodes tree;
    private final LedgerKeys keys;
    private final LedgerLimits limits;
    private final Outbox outbox;
    private final InstantSource clock;

    Checkpoints(
            SigningCheck check,
            TreeNodes tree,
            LedgerKeys keys,
            LedgerLimits limits,
            Outbox outbox,
            InstantSource clock) {
        this.check = check;
        this.tree = tree;
        this.keys = keys;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Kept(long size, String note) {

        /** In base64, as it was signed. */
        String root() {
            return note.split("\n")[2];
        }
    }

    record LedgerCheckpointed(
            UUID logId, String origin, long size, String rootHash, String note, Instant checkpointedAt) {}

    @Scheduled(every = "{regulus.ledger.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return makeIfDue(limits.checkpointEntries(), limits.checkpointPause().toSeconds());
    }

    Uni<Void> makeIfDue(int entries, double pauseSeconds) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(MINE, Boolean.class)
                        .getSingleResult()
                        .chain(mine -> mine
                                ? due(session, entries, pauseSeconds)
                                : Uni.createFrom().nullItem())
                        .onItem()
                        .ifNotNull()
                        .transformToUni(row -> checked(session, (Long) row[0], (Long) row[1]))));
    }

    private static Uni<Object[]> due(Mutiny.Session session, int entries, double pauseSeconds) {
        return session.createNativeQuery(DUE, Object[].class)
                .setParameter(1, entries)
                .setParameter(2, pauseSeconds)
                .setParameter(3, CHECKPOINTED)
                .getSingleResultOrNull();
    }

    private Uni<Void> checked(Mutiny.Session session, long size, long number) {
        return check.maySign(size)
                .chain(may ->
                        may ? make(session, size, number) : Uni.createFrom().voidItem());
    }

    private Uni<Void> make(Mutiny.Session session, long size, long number) {
        return tree.root(size).chain(root -> {
            String note = keys.sign(size, root);
            return session.createNativeQuery("insert into ledger_checkpoint (size, number, note) values (?1, ?2, ?3)")
                    .setParameter(1, size)
                    .setParameter(2, number)
                    .setParameter(3, note)
                    .executeUpdate()
                    .chain(() -> outbox.append(event(keys.origin(), size, number, root, note, clock.instant())));
        });
    }

    static OutboxMessage event(String origin, long size, long number, byte[] root, String note, Instant at) {
        UUID log = UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8));
        String hash = Base64.getEncoder().encodeToString(root);
        return new OutboxMessage(
                CHECKPOINTED,
                log,
                new AggregateVersion("ledger", log, number),
                AUTHORITY,
                at,
                new LedgerCheckpointed(log, origin, size, hash, note, at));
    }
}
