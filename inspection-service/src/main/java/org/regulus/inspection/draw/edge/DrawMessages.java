package org.regulus.inspection.draw.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.draw.Draw;

/** Draws as they go over the wire. */
final class DrawMessages {

    static final String COMMITTED = "regulus.inspection.draw-committed.v1";
    static final String COMPLETED = "regulus.inspection.draw-completed.v1";

    private DrawMessages() {}

    record DrawCommitted(
            UUID drawId,
            UUID campaignId,
            String authority,
            int frameSize,
            String frameDigest,
            int sampleSize,
            String algorithm,
            String commitmentDigest,
            Instant committedAt) {}

    record DrawCompleted(
            UUID drawId,
            UUID campaignId,
            String authority,
            String frameDigest,
            String seedDigest,
            int sampleSize,
            String recordDigest,
            Instant completedAt) {}

    static OutboxMessage committed(DrawRow row) {
        return message(
                COMMITTED,
                row,
                row.committedAt,
                new DrawCommitted(
                        row.id,
                        row.campaignId,
                        row.authority,
                        row.frameSize,
                        row.frameDigest,
                        row.sampleSize,
                        row.algorithm,
                        Draw.digest(row.commitment),
                        row.committedAt));
    }

    static OutboxMessage completed(DrawRow row) {
        return message(
                COMPLETED,
                row,
                row.completedAt,
                new DrawCompleted(
                        row.id,
                        row.campaignId,
                        row.authority,
                        row.frameDigest,
                        Draw.digest(row.seed),
                        row.sampleSize,
                        row.recordDigest,
                        row.completedAt));
    }

    static OutboxMessage message(String type, DrawRow row, Instant at, Object data) {
        AggregateVersion aggregate = new AggregateVersion("draw", row.id, row.announced);
        return new OutboxMessage(type, row.campaignId, aggregate, row.authority, at, data);
    }
}
