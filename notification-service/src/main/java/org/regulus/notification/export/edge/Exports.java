package org.regulus.notification.export.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.notification.timeline.edge.CaseCriteria;

/** Exports as they are asked for and fetched, by the one who asked alone. */
@ApplicationScoped
class Exports {

    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

    /** Nothing when parts are gone. */
    private static final String FETCHED =
            """
            insert into case_export_fetch (export_id, format, fetched_by)
            select cast(?1 as uuid), cast(?2 as text), cast(?3 as text)
            where (select count(*) from case_export_part where export_id = cast(?1 as uuid)) = ?4""";

    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final IdSource ids;
    private final InstantSource clock;
    private final ExportLimits limits;

    Exports(Idempotency idempotency, ObjectMapper json, IdSource ids, InstantSource clock, ExportLimits limits) {
        this.idempotency = idempotency;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    Uni<CaseExportRow> ask(Actor officer, String key, CaseCriteria filter) {
        return idempotency
                .once(officer, key, filter, () -> Panache.getSession()
                        .chain(session -> room(session, officer).chain(() -> insert(session, officer, filter))))
                .chain(id -> one(officer, id));
    }

    private Uni<UUID> insert(Mutiny.Session session, Actor officer, CaseCriteria filter) {
        CaseExportRow row = new CaseExportRow();
        row.id = ids.next();
        row.authority = officer.requireAuthority();
        row.askedBy = officer.subject();
        row.filter = written(filter);
        row.askedAt = clock.instant();
        return session.persist(row).replaceWith(row.id);
    }

    /**
     * From here on no other request of the same person counts until this one is through.
     *
     * @throws Refusal CONFLICT {@code export.running}, {@code export.too-many}
     */
    private Uni<Void> room(Mutiny.Session session, Actor officer) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('export ' || ?1, 0)) as text)",
                        String.class)
                .setParameter(1, officer.subject())
                .getSingleResult()
                .chain(() -> counts(session, officer))
                .invoke(counts -> {
                    if ((Long) counts[1] > 0) {
                        throw Refusal.conflict("export.running", "Wait for the export that you have asked for");
                    }
                    if ((Long) counts[0] >= limits.perDayMax()) {
                        throw Refusal.conflict(
                                "export.too-many", "There may be %d within a day".formatted(limits.perDayMax()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Object[]> counts(Mutiny.Session session, Actor officer) {
        return session.createNativeQuery(
                        """
                        select count(*), count(*) filter (where finished_at is null and failed_at is null) from case_export
                        where asked_by = ?1 and (finished_at is null and failed_at is null or asked_at > ?2)""",
                        Object[].class)
                .setParameter(1, officer.subject())
                .setParameter(2, clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /**
     * One that is whole, to be fetched by the one who asked: that it was is kept.
     *
     * @throws Refusal CONFLICT {@code export.running}, {@code export.failed}, {@code export.expired}
     */
    Uni<CaseExportRow> fetch(Actor officer, UUID id, String format) {
        return one(officer, id)
                .invoke(Exports::requireFinished)
                .call(row -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(FETCHED)
                                .setParameter(1, row.id)
                                .setParameter(2, format)
                                .setParameter(3, officer.subject())
                                .setParameter(4, (long) row.parts)
                                .executeUpdate())
                        .invoke(kept -> {
                            if (kept == 0) {
                                throw Refusal.conflict("export.expired", "It was kept for its days: ask for it anew");
                            }
                        })));
    }

    /** Whether it can still be fetched: as parts pass, it is not whole any more. */
    Uni<Boolean> isWhole(CaseExportRow row) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from case_export_part where export_id = ?1", Long.class)
                .setParameter(1, row.id)
                .getSingleResult()
                .map(kept -> kept == row.parts)));
    }

    private static void requireFinished(CaseExportRow row) {
        if (row.failedAt != null) {
            throw Refusal.conflict("export.failed", "It could not be made: ask for it anew, or for less");
        }
        if (row.finishedAt == null) {
            throw Refusal.conflict("export.running", "It is not finished: %d cases so far".formatted(row.cases));
        }
    }

    Uni<CaseExportRow> one(Actor officer, UUID id) {
        return Rows.of(CaseExportRow.class, officer)
                .and("askedBy = :person", "person", officer.subject())
                .one(id, "export.unknown");
    }

    /** It fails when the part has gone meanwhile: what was sent so far is then seen to be cut off. */
    Uni<List<List<String>>> part(UUID id, int number) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select rows from case_export_part where export_id = ?1 and number = ?2", String.class)
                .setParameter(1, id)
                .setParameter(2, number)
                .getSingleResult()
                .map(rows -> read(rows, ROWS))));
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CaseCriteria filter(String written) {
        return read(written, new TypeReference<>() {});
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
