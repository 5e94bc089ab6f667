package org.regulus.inspection.inspector.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;

/** Where an inspector is reached, as it goes over the wire: on a topic of its own, which is neither for partners nor in the ledger. */
public final class InspectorMessages {

    public static final String REGISTERED = "regulus.inspection.inspector-registered.v1";
    public static final String LEAVE_NOTED = "regulus.inspection.leave-noted.v1";
    public static final String LEAVE_WITHDRAWN = "regulus.inspection.leave-withdrawn.v1";
    private static final String DIRECTORY = "regulus.inspection.directory";

    private InspectorMessages() {}

    /** @param email null when the inspector is not written to */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InspectorRegistered(
            UUID inspectorId, String authority, String email, String language, Instant registeredAt) {}

    public record LeaveNoted(
            UUID leaveId, UUID inspectorId, String authority, Instant startsAt, Instant endsAt, Instant notedAt) {}

    public record LeaveWithdrawn(UUID leaveId, UUID inspectorId, String authority, Instant withdrawnAt) {}

    static OutboxMessage leaveNoted(LeaveRow row, Instant at) {
        return leave(
                LEAVE_NOTED,
                row,
                at,
                new LeaveNoted(row.id, row.inspectorId, row.authority, row.startsAt, row.endsAt, at));
    }

    static OutboxMessage leaveWithdrawn(LeaveRow row) {
        Instant at = row.withdrawnAt;
        return leave(LEAVE_WITHDRAWN, row, at, new LeaveWithdrawn(row.id, row.inspectorId, row.authority, at));
    }

    /** Keyed by the leave: the compacted topic keeps the last word on each, and the inspector's address beside them. */
    private static OutboxMessage leave(String type, LeaveRow row, Instant at, Object data) {
        row.announced++;
        AggregateVersion leave = new AggregateVersion("leave", row.id, row.announced);
        return new OutboxMessage(type, row.id, leave, row.authority, at, data).onTopic(DIRECTORY);
    }

    static OutboxMessage registered(InspectorRow row, Instant at) {
        row.announced++;
        String language = Stream.of(row.languages).anyMatch("zh"::equals) ? "zh" : "en";
        return new OutboxMessage(
                        REGISTERED,
                        row.id,
                        new AggregateVersion("inspector", row.id, row.announced),
                        row.authority,
                        at,
                        new InspectorRegistered(row.id, row.authority, row.email, language, at))
                .onTopic(DIRECTORY);
    }
}
