package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.WorkingDays;
import org.regulus.common.time.Zones;
import org.regulus.inspection.Interview;
import org.regulus.inspection.OfficeHours;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.request.edge.Lapses;

/** The commands on interviews. PostgreSQL's exclusion constraint has the last word on who is free. */
@ApplicationScoped
public class Interviews {

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String DEADLOCK = "40P01";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final OfficeHours hours;
    private final Lapses lapses;

    Interviews(InstantSource clock, IdSource ids, Outbox outbox, WorkingDays calendar, Lapses lapses) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.hours = new OfficeHours(Zones.REGULATOR, calendar::isWorkingDay);
        this.lapses = lapses;
    }

    /** @throws Refusal CONFLICT {@code interview.inspector-busy}, also when somebody else was faster by a moment */
    @WithTransaction
    Uni<InterviewRow> fix(Actor officer, UUID inspectionId, long seen, Slot slot, String place) {
        Instant now = clock.instant();
        hours.check(slot);
        return Inspections.locked(officer, inspectionId).chain(inspection -> of(inspectionId)
                .chain(present -> present == null
                        ? first(inspection, seen, slot, place, now)
                        : again(inspection, present, seen, slot, place, now)));
    }

    /** In the caller's transaction: fixes the interview as proposed, or moves it there, or leaves it where it already is. */
    public Uni<Void> publish(Actor officer, UUID inspectionId, Slot slot, String place) {
        Instant now = clock.instant();
        hours.check(slot);
        return Inspections.locked(officer, inspectionId)
                .chain(inspection -> of(inspectionId).chain(present -> {
                    if (present == null) {
                        return first(inspection, inspection.version, slot, place, now);
                    }
                    boolean there = present.startsAt.equals(slot.startsAt()) && present.endsAt.equals(slot.endsAt());
                    return there
                            ? Uni.createFrom().item(present)
                            : again(inspection, present, present.version, slot, place, now);
                }))
                .replaceWithVoid();
    }

    /** In the caller's transaction: the inspection is no more, and its inspectors are free then. */
    Uni<Void> cancel(UUID inspectionId, Instant now) {
        return of(inspectionId).chain(row -> row == null ? Uni.createFrom().voidItem() : cancel(row, now));
    }

    private Uni<Void> cancel(InterviewRow row, Instant now) {
        row.take(row.interview().cancel());
        return outbox.append(InterviewMessages.cancelled(row, now))
                .chain(Rows::flush)
                .chain(() -> release(row))
                .replaceWithVoid();
    }

    private static Uni<Integer> release(InterviewRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from engagement where interview_id = ?1")
                        .setParameter(1, row.id)
                        .executeUpdate());
    }

    /** In the caller's transaction: the operator was granted another slot. */
    public Uni<Void> move(Actor officer, UUID inspectionId, Slot slot) {
        Instant now = clock.instant();
        hours.check(slot);
        return Inspections.get(officer, inspectionId)
                .chain(inspection ->
                        required(inspectionId).chain(row -> again(inspection, row, row.version, slot, row.place, now)))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<InterviewRow> confirm(Actor operator, UUID inspectionId, long seen) {
        Instant now = clock.instant();
        return Inspections.get(operator, inspectionId)
                .chain(inspection -> required(inspectionId).call(row -> {
                    ETags.check(seen, row.version);
                    row.take(row.interview().confirm());
                    row.confirmedAt = now;
                    return outbox.append(InterviewMessages.confirmed(row, now)).chain(Rows::flush);
                }));
    }

    /** When the interview of the inspection begins. */
    public static Uni<Instant> startOf(UUID inspectionId) {
        return required(inspectionId).map(row -> row.startsAt);
    }

    /** After the inspectors have changed: the interview is theirs now, if they are free. */
    static Uni<Void> engageAnew(InspectionRow inspection) {
        return of(inspection.id).chain(row -> row == null ? Uni.createFrom().voidItem() : engage(inspection, row));
    }

    private Uni<InterviewRow> first(InspectionRow inspection, long seen, Slot slot, String place, Instant now) {
        ETags.check(seen, inspection.version);
        inspection.take(inspection.inspection().schedule());
        inspection.told = true;
        InterviewRow row = new InterviewRow();
        row.id = ids.next();
        row.inspectionId = inspection.id;
        row.authority = inspection.authority;
        row.operatorId = inspection.operatorId;
        row.caseId = inspection.caseId;
        row.place = place;
        row.take(Interview.schedule(row.id, slot.startsAt(), slot.endsAt(), now));
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> outbox.append(InterviewMessages.scheduled(row, now)))
                .chain(Rows::flush)
                .chain(() -> engage(inspection, row))
                .replaceWith(row);
    }

    private Uni<InterviewRow> again(
            InspectionRow inspection, InterviewRow row, long seen, Slot slot, String place, Instant now) {
        ETags.check(seen, row.version);
        Instant previous = row.startsAt;
        row.confirmedAt = null;
        row.take(row.interview().reschedule(slot.startsAt(), slot.endsAt(), now));
        row.place = place;
        return outbox.append(InterviewMessages.rescheduled(row, previous, now))
                .chain(Rows::flush)
                .chain(() -> engage(inspection, row))
                .replaceWith(row);
    }

    /** In the order of the inspectors' ids, so that two who want the same pair wait for each other instead of deadlocking. */
    private static Uni<Void> engage(InspectionRow inspection, InterviewRow row) {
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
                .onFailure(Interviews::isTaken)
                .transform(taken -> Refusal.conflict(
                        "interview.inspector-busy",
                        "One of the inspectors is at another interview then: take a free slot"))
                .replaceWithVoid());
    }

    private static boolean isTaken(Throwable fault) {
        return fault instanceof JDBCException refused
                && (EXCLUSION_VIOLATION.equals(refused.getSQLState()) || DEADLOCK.equals(refused.getSQLState()));
    }

    @WithTransaction
    Uni<InterviewRow> hold(Actor actor, UUID inspectionId, long seen, InspectionResource.InterviewRecord record) {
        Instant now = clock.instant();
        return Inspections.get(actor, inspectionId)
                .call(inspection -> Inspections.mayInspect(actor, inspection))
                .chain(inspection -> required(inspectionId).call(row -> {
                    ETags.check(seen, row.version);
                    row.take(row.interview().hold(record.heldAt(), now));
                    inspection.take(inspection.inspection().hold());
                    row.heldAt = record.heldAt();
                    row.attendees = record.attendees();
                    row.summary = record.summary();
                    return held(row, now);
                }));
    }

    /** In the transaction that signs the on-site record: the interview was held, unless that was recorded before. */
    public Uni<Void> signed(Actor actor, UUID inspectionId, int attendees) {
        Instant now = clock.instant();
        return Inspections.get(actor, inspectionId)
                .chain(inspection -> required(inspectionId).chain(row -> {
                    if (row.interview().state() == Interview.State.HELD) {
                        return Uni.createFrom().voidItem();
                    }
                    row.take(row.interview().hold(now, now));
                    inspection.take(inspection.inspection().hold());
                    row.heldAt = now;
                    row.attendees = attendees;
                    return held(row, now);
                }));
    }

    private Uni<Void> held(InterviewRow row, Instant now) {
        return outbox.append(InterviewMessages.held(row, now))
                .chain(Rows::flush)
                .chain(() -> lapses.of(row.inspectionId, Lapses.HELD, now));
    }

    /** Slots in which all assigned inspectors are free. */
    Uni<List<Slot>> free(Actor officer, UUID inspectionId, LocalDate from, int days, Duration length) {
        Instant now = clock.instant();
        return Panache.withSession(() -> Inspections.get(officer, inspectionId)
                .chain(inspection -> engagements(inspection, from, days))
                .map(engaged -> hours.free(from, days, length, engaged, now)));
    }

    private static Uni<List<Slot>> engagements(InspectionRow inspection, LocalDate from, int days) {
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

    static Uni<InterviewRow> required(UUID inspectionId) {
        return of(inspectionId)
                .onItem()
                .ifNull()
                .failWith(() ->
                        Refusal.notFound("interview.unknown", "No interview is fixed for inspection " + inspectionId));
    }

    static Uni<InterviewRow> of(UUID inspectionId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InterviewRow where inspectionId = :inspection", InterviewRow.class)
                .setParameter("inspection", inspectionId)
                .getSingleResultOrNull());
    }
}
