package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** What an operator owes in a case by what the neighbours announce; all in the transaction of an event's claim. */
final class Duties {

    private static final String OWE =
            """
            insert into duty (id, case_id, authority, operator_id, kind, source_id, since, due_at, amount_minor, currency)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            on conflict (id) do update set due_at = excluded.due_at, met_at = null""";

    private Duties() {}

    /**
     * @param id of what is owed: the item, the proceeding, the interview
     * @param sourceId of what laid it down: the order, the proceeding, the inspection
     * @param dueAt the first instant at which it is late; null while nothing has set its time going
     */
    record Duty(UUID id, UUID caseId, String authority, UUID operatorId, String kind, UUID sourceId, Instant dueAt) {}

    /** Owed from now on, or until another time than before. */
    static Uni<Void> owe(Duty duty, Instant since) {
        return owe(duty, since, null, null);
    }

    static Uni<Void> owe(Duty duty, Instant since, Long amountMinor, String currency) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OWE)
                .setParameter(1, duty.id())
                .setParameter(2, duty.caseId())
                .setParameter(3, duty.authority())
                .setParameter(4, duty.operatorId())
                .setParameter(5, duty.kind())
                .setParameter(6, duty.sourceId())
                .setParameter(7, since.atOffset(ZoneOffset.UTC))
                .setParameter(8, new TypedParameterValue<>(StandardBasicTypes.INSTANT, duty.dueAt()))
                .setParameter(9, new TypedParameterValue<>(StandardBasicTypes.LONG, amountMinor))
                .setParameter(10, new TypedParameterValue<>(StandardBasicTypes.STRING, currency))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** It is due at another time than was said before. */
    static Uni<Void> move(UUID duty, Instant dueAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update duty set due_at = ?2 where id = ?1")
                        .setParameter(1, duty)
                        .setParameter(2, dueAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** What this laid down, or what this is, is met, or is owed no more. */
    static Uni<Void> end(UUID sourceOrDuty, Instant at) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update duty set met_at = ?2 where (source_id = ?1 or id = ?1) and met_at is null")
                .setParameter(1, sourceOrDuty)
                .setParameter(2, at.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** These were not met after all. */
    static Uni<Void> again(Collection<UUID> duties) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update duty set met_at = null where id = any(cast(string_to_array(?1, ',') as uuid[]))")
                .setParameter(1, duties.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .executeUpdate()
                .replaceWithVoid());
    }
}
