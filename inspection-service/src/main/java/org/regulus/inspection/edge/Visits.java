package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Interview;
import org.regulus.inspection.request.edge.Lapses;

/** Interviews that were held: what the operator asked for about them and nobody decided lapses. */
@ApplicationScoped
public class Visits {

    private final InstantSource clock;
    private final Outbox outbox;
    private final Lapses lapses;

    Visits(InstantSource clock, Outbox outbox, Lapses lapses) {
        this.clock = clock;
        this.outbox = outbox;
        this.lapses = lapses;
    }

    @WithTransaction
    Uni<InterviewRow> hold(Actor actor, UUID inspectionId, long seen, InspectionResource.InterviewRecord record) {
        Instant now = clock.instant();
        return Inspections.get(actor, inspectionId)
                .call(inspection -> Inspections.mayInspect(actor, inspection))
                .chain(inspection -> Interviews.required(inspectionId).call(row -> {
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
                .chain(inspection -> Interviews.required(inspectionId).chain(row -> {
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
}
