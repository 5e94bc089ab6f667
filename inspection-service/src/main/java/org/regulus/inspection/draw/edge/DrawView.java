package org.regulus.inspection.draw.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.draw.Draw;

/** A draw as those who work with it see it. */
record DrawView(
        UUID id,
        UUID campaignId,
        String authority,
        String state,
        String algorithm,
        int frameSize,
        String frameDigest,
        int sampleSize,
        String seedSource,
        String reason,
        String commitmentDigest,
        String seed,
        String recordDigest,
        Instant committedAt,
        Instant completedAt,
        String abandonReason,
        Instant abandonedAt) {
    static DrawView of(DrawRow row) {
        return new DrawView(
                row.id,
                row.campaignId,
                row.authority,
                row.state,
                row.algorithm,
                row.frameSize,
                row.frameDigest,
                row.sampleSize,
                row.seedSource,
                row.reason,
                Draw.digest(row.commitment),
                row.seed,
                row.recordDigest,
                row.committedAt,
                row.completedAt,
                row.abandonReason,
                row.abandonedAt);
    }
}
