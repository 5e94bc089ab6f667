package org.regulus.sanctions.clock.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** From a limit that passed to its wire message. */
final class LimitMessages {

    private LimitMessages() {}

    /** @param about the order or the proceeding whose limit it was */
    record Passed(
            UUID caseId,
            UUID operatorId,
            String authority,
            String about,
            UUID aboutId,
            String limit,
            String by,
            LocalDate lastDay,
            Instant at) {}

    static OutboxMessage passed(ClockRow row) {
        return new OutboxMessage(
                "regulus.sanctions.limit-passed.v1",
                row.caseId,
                new AggregateVersion("case-clock", row.id, row.told),
                row.authority,
                row.passedAt,
                new Passed(
                        row.caseId,
                        row.operatorId,
                        row.authority,
                        row.ownerKind,
                        row.owner,
                        row.code,
                        row.party,
                        row.lastDay,
                        row.passedAt));
    }
}
