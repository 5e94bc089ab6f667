package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** Fixes, moves, confirms and cancels interviews; {@link Engagements} know who is free. */
@ApplicationScoped
public class Interviews {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final OfficeHours hours;

    Interviews(InstantSource clock, IdSource ids, Outbox outbox, WorkingDays calendar) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.hours = new OfficeHours(Zones.REGULATOR, calendar::isWorkingDay);
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
                .chain(() -> Engagements.release(row))
                .replaceWithVoid();
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
        return of(inspection.id)
                .chain(row -> row == null ? Uni.createFrom().voidItem() : Engagements.engage(inspection, row));
    }

    private Uni<InterviewRow> first(InspectionRow inspection, long seen, Slot slot, String place, Instant now) {
        ETags.check(seen, inspection.version);
        inspection.take(inspection.inspection().schedule());
        inspection.told = true;
        return kept(inspection, Interview.schedule(ids.next(), slot.startsAt(), slot.endsAt(), now), place, now);
    }

    /** In the caller's transaction: the visit begins now, at whatever hour. */
    Uni<InterviewRow> begin(InspectionRow inspection, Instant until, String place, Instant now) {
        return kept(inspection, Interview.begin(ids.next(), now, until), place, now);
    }

    private Uni<InterviewRow> kept(InspectionRow inspection, Interview interview, String place, Instant now) {
        InterviewRow row = new InterviewRow();
        row.id = interview.id();
        row.inspectionId = inspection.id;
        row.authority = inspection.authority;
        row.operatorId = inspection.operatorId;
        row.caseId = inspection.caseId;
        row.place = place;
        row.take(interview);
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> outbox.append(InterviewMessages.scheduled(row, now)))
                .chain(Rows::flush)
                .chain(() -> Engagements.engage(inspection, row))
                .replaceWith(row);
    }

    private Uni<InterviewRow> again(
            InspectionRow inspection, InterviewRow row, long seen, Slot slot, String place, Instant now) {
        ETags.check(seen, row.version);
        Instant previous = row.startsAt;
        row.confirmedAt = null;
        row.take(row.interview().reschedule(slot.startsAt(), slot.endsAt(), now));
        inspection.take(inspection.inspection().reschedule(inspection.atTheDoor));
        row.place = place;
        return outbox.append(InterviewMessages.rescheduled(row, previous, now))
                .chain(Rows::flush)
                .chain(() -> Engagements.engage(inspection, row))
                .replaceWith(row);
    }

    /** Slots in which all assigned inspectors are free. */
    Uni<List<Slot>> free(Actor officer, UUID inspectionId, LocalDate from, int days, Duration length) {
        Instant now = clock.instant();
        return Panache.withSession(() -> Inspections.get(officer, inspectionId)
                .chain(inspection -> Engagements.of(inspection, from, days))
                .map(engaged -> hours.free(from, days, length, engaged, now)));
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
