package org.regulus.inspection.draw.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.OutboxMessage;

/** Replacements as they go over the wire. */
final class ReplacementMessages {

    static final String MADE = "regulus.inspection.draw-replacement-made.v1";

    private ReplacementMessages() {}

    record DrawReplacementMade(
            UUID drawId,
            UUID campaignId,
            String authority,
            int number,
            UUID removedCaseId,
            UUID substituteCaseId,
            String reason,
            String replacementDigest,
            Instant madeAt) {}

    static OutboxMessage made(DrawRow draw, ReplacementRow row) {
        return DrawMessages.message(
                MADE,
                draw,
                row.madeAt,
                new DrawReplacementMade(
                        draw.id,
                        draw.campaignId,
                        draw.authority,
                        row.number,
                        row.removedCaseId,
                        row.substituteCaseId,
                        row.reason,
                        row.recordDigest,
                        row.madeAt));
    }
}
