package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.notification.evidence.Digests;

/**
 * Puts what webhooks answered into the ledger, many at once: an event for each answer would be told to webhooks again. The digest of a seal
 * is that of its digests, one a line.
 */
@ApplicationScoped
class EvidenceSeals {

    static final String SEALED = "regulus.notification.evidence-sealed.v1";

    private static final String AUTHORITY = "REGULUS";
    private static final int SEAL_MAX = 5_000;

    /** Whoever seals at this moment takes what it found for itself. */
    private static final String TAKE =
            """
            with taken as (
              delete from webhook_evidence_unsealed where evidence_id in (
                select evidence_id from webhook_evidence_unsealed order by evidence_id limit ?1 for update skip locked)
              returning evidence_id)
            select cast(w.id as text), w.digest from webhook_evidence w where w.id in (select evidence_id from taken) order by w.id""";

    private static final String KEEP =
            """
            with seal as (insert into evidence_seal (id, digest, sealed_at) values (?1, ?2, ?3))
            insert into evidence_sealed (seal_id, number, evidence_id, digest)
            select ?1, one.number, cast(one.id as uuid), one.digest
            from unnest(string_to_array(?4, ','), string_to_array(?5, ',')) with ordinality as one (id, digest, number)""";

    private final Outbox outbox;
    private final IdSource ids;
    private final InstantSource clock;

    EvidenceSeals(Outbox outbox, IdSource ids, InstantSource clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    record EvidenceSealed(UUID sealId, int count, String digest, Instant sealedAt) {}

    /** @param digests of the evidence, in the seal's order */
    record Seal(UUID id, String digest, List<String> digests) {}

    @Scheduled(every = "{regulus.evidence.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(TAKE, Object[].class)
                        .setParameter(1, SEAL_MAX)
                        .getResultList()
                        .chain(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : keep(session, taken))));
    }

    private Uni<Void> keep(Mutiny.Session session, List<Object[]> taken) {
        UUID id = ids.next();
        Instant at = clock.instant();
        List<String> digests = taken.stream().map(row -> (String) row[1]).toList();
        String digest = digest(digests);
        return session.createNativeQuery(KEEP)
                .setParameter(1, id)
                .setParameter(2, digest)
                .setParameter(3, at.atOffset(ZoneOffset.UTC))
                .setParameter(4, taken.stream().map(row -> (String) row[0]).collect(Collectors.joining(",")))
                .setParameter(5, String.join(",", digests))
                .executeUpdate()
                .chain(() -> outbox.append(event(id, digests.size(), digest, at)));
    }

    static String digest(List<String> digests) {
        return Digests.sha256(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
    }

    static OutboxMessage event(UUID id, int count, String digest, Instant at) {
        return new OutboxMessage(
                SEALED,
                id,
                new AggregateVersion("evidence-seal", id, 1),
                AUTHORITY,
                at,
                new EvidenceSealed(id, count, digest, at));
    }

    /** @throws Refusal NOT_FOUND {@code seal.unknown} */
    Uni<Seal> one(UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select s.digest, d.digest from evidence_seal s join evidence_sealed d on d.seal_id = s.id"
                                        + " where s.id = ?1 order by d.number",
                                Object[].class)
                        .setParameter(1, id)
                        .getResultList()))
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw Refusal.notFound("seal.unknown", "There is no such seal");
                    }
                    return new Seal(
                            id,
                            (String) rows.get(0)[0],
                            rows.stream().map(row -> (String) row[1]).toList());
                });
    }

    /** In which seal each of the evidence stands; what is not sealed yet is not among them. */
    Uni<List<Object[]>> of(List<UUID> evidence) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select evidence_id, seal_id from evidence_sealed"
                                + " where evidence_id = any(cast(string_to_array(?1, ',') as uuid[]))",
                        Object[].class)
                .setParameter(1, evidence.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList()));
    }
}
