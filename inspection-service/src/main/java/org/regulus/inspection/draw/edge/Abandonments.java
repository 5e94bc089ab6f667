package org.regulus.inspection.draw.edge;

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
import org.regulus.inspection.draw.Draw;

/** Ends a draw that gets no seed, with a reason that everybody can read. */
@ApplicationScoped
class Abandonments {

    static final String ABANDONED = "regulus.inspection.draw-abandoned.v1";

    private final InstantSource clock;
    private final Outbox outbox;

    Abandonments(InstantSource clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    record DrawAbandoned(UUID drawId, UUID campaignId, String authority, Instant abandonedAt) {}

    /** Also one of before there were commitments, which no seed can complete. */
    @WithTransaction
    Uni<DrawRow> abandon(Actor officer, UUID id, long seen, String reason) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .locked()
                .one(id, "draw.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    row.state = Draw.State.of(row.state).abandon().word();
                    row.announced++;
                    row.abandonReason = reason;
                    row.abandonedBy = officer.subject();
                    row.abandonedAt = now;
                    return outbox.append(DrawMessages.message(
                            ABANDONED, row, now, new DrawAbandoned(row.id, row.campaignId, row.authority, now)));
                })
                .call(Rows::flush);
    }
}
