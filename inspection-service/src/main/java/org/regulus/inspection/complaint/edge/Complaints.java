package org.regulus.inspection.complaint.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.Cause;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.complaint.Complaint;
import org.regulus.inspection.edge.ForCause;

/** Takes complaints in, and ends each of them in an inspection or with a reason. */
@ApplicationScoped
public class Complaints {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final ForCause causes;

    Complaints(InstantSource clock, IdSource ids, Outbox outbox, ForCause causes) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.causes = causes;
    }

    /** In the caller's transaction. */
    Uni<UUID> register(Actor officer, ComplaintResource.NewComplaint told) {
        Instant now = clock.instant();
        return known(officer).locked().one(told.caseId(), "case.unknown").chain(known -> {
            Complaint.Change<Complaint.ComplaintRegistered> change =
                    Complaint.register(ids.next(), told.receivedAt(), now);
            ComplaintRow row = row(known, told);
            row.id = change.complaint().id();
            row.registeredAt = now;
            row.registeredBy = officer.subject();
            row.take(change.complaint());
            return Panache.getSession()
                    .chain(session -> session.persist(row))
                    .chain(() -> outbox.append(ComplaintMessages.registered(row, now)))
                    .replaceWith(row.id);
        });
    }

    /** Locked by who registers, so that a complaint does not stay behind when its case goes to another authority at that moment. */
    private static Rows<KnownCase> known(Actor officer) {
        return Rows.of(KnownCase.class, officer);
    }

    /**
     * In the transaction of the event that tells it: another authority holds the case from now on, and what is complained of and waits goes
     * with it. What was ended stays with who ended it.
     */
    public Uni<Void> follow(UUID caseId, String authority) {
        return Rows.flush()
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(
                                "update complaint set authority = ?2, version = version + 1 where case_id = ?1 and state = ?3")
                        .setParameter(1, caseId)
                        .setParameter(2, authority)
                        .setParameter(3, Complaint.State.REGISTERED.word())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static ComplaintRow row(KnownCase known, ComplaintResource.NewComplaint told) {
        ComplaintRow row = new ComplaintRow();
        row.authority = known.authority;
        row.operatorId = known.operatorId;
        row.caseId = known.id;
        row.subject = told.subject();
        row.text = told.text();
        row.complainant = told.complainant() == null ? null : told.complainant().name();
        row.contact = told.complainant() == null ? null : told.complainant().contact();
        row.confidential = told.confidential();
        row.receivedAt = told.receivedAt();
        return row;
    }

    /** Opens an inspection for cause; a case that is under inspection already has the one it needs. */
    @WithTransaction
    Uni<ComplaintRow> refer(Actor officer, UUID id, long seen) {
        Instant now = clock.instant();
        return get(officer, id, seen).call(row -> known(officer)
                .one(row.caseId, "case.unknown")
                .chain(known -> causes.open(known.id, Cause.COMPLAINT))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.conflict("complaint.case-closed", "The case is closed: close the complaint"))
                .chain(inspection -> {
                    row.take(row.complaint().refer(inspection, now).complaint());
                    row.inspectionId = inspection;
                    row.endedAt = now;
                    return outbox.append(ComplaintMessages.referred(row, now)).chain(Rows::flush);
                }));
    }

    @WithTransaction
    Uni<ComplaintRow> close(Actor officer, UUID id, long seen, ComplaintResource.Closure closure) {
        Instant now = clock.instant();
        return get(officer, id, seen).call(row -> {
            row.take(row.complaint().close(closure.reason(), now).complaint());
            row.closeReason = closure.reason();
            row.explanation = closure.explanation();
            row.endedAt = now;
            return outbox.append(ComplaintMessages.closed(row, now)).chain(Rows::flush);
        });
    }

    private static Uni<ComplaintRow> get(Actor officer, UUID id, long seen) {
        return get(officer, id).invoke(row -> ETags.check(seen, row.version));
    }

    static Uni<ComplaintRow> get(Actor officer, UUID id) {
        return Rows.of(ComplaintRow.class, officer).one(id, "complaint.unknown");
    }
}
