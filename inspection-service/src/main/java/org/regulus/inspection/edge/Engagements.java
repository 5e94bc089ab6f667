package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Zones;
import org.regulus.inspection.OfficeHours.Slot;

/** When inspectors are taken by interviews. PostgreSQL's exclusion constraint has the last word on who is free. */
final class Engagements {

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";

    private Engagements() {}

    /** In the order of the inspectors' ids, so that two who want the same pair wait for each other instead of deadlocking. */
    static Uni<Void> engage(InspectionRow inspection, InterviewRow row) {
        String inspectors =
                Stream.of(inspection.inspectorIds).map(UUID::toString).sorted().collect(Collectors.joining(","));
        return Panache.getSession().chain(session -> release(row)
                .chain(() -> session.createNativeQuery(
                                """
                                insert into engagement (interview_id, inspector_id, during)
                                select cast(?1 as uuid), cast(inspector as uuid), tstzrange(cast(cast(?3 as text) as timestamptz), cast(cast(?4 as text) as timestamptz))
                                from unnest(string_to_array(?2, ',')) as inspector""")
                        .setParameter(1, row.id)
                        .setParameter(2, inspectors)
                        .setParameter(3, row.startsAt.toString())
                        .setParameter(4, row.endsAt.toString())
                        .executeUpdate())
                .onFailure(Engagements::isTaken)
                .transform(taken -> Refusal.conflict(
                        "interview.inspector-busy",
                        "One of the inspectors is at another interview then: take a free slot"))
                .replaceWithVoid());
    }

    private static boolean isTaken(Throwable fault) {
        return fault instanceof JDBCException refused
                && (EXCLUSION_VIOLATION.equals(refused.getSQLState()) || DEADLOCK.equals(refused.getSQLState()));
    }

    static Uni<Integer> release(InterviewRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from engagement where interview_id = ?1")
                        .setParameter(1, row.id)
                        .executeUpdate());
    }

    /** When the inspectors of an inspection are busy with others. */
    static Uni<List<Slot>> of(InspectionRow inspection, LocalDate from, int days) {
        String inspectors =
                Stream.of(inspection.inspectorIds).map(UUID::toString).collect(Collectors.joining(","));
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select lower(e.during), upper(e.during) from engagement e join interview i on i.id = e.interview_id
                        where e.inspector_id = any(cast(string_to_array(?1, ',') as uuid[])) and i.inspection_id <> ?2
                          and e.during && tstzrange(cast(cast(?3 as text) as timestamptz), cast(cast(?4 as text) as timestamptz))""",
                        Object[].class)
                .setParameter(1, inspectors)
                .setParameter(2, inspection.id)
                .setParameter(3, from.atStartOfDay(Zones.REGULATOR).toInstant().toString())
                .setParameter(4, Zones.endOf(from.plusDays(days)).toString())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Slot(instant(row[0]), instant(row[1])))
                        .toList()));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
