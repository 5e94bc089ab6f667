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
    private static final String DIRECTORY = "regulus.inspection.directory";

    private InspectorMessages() {}

    /** @param email null when the inspector is not written to */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InspectorRegistered(
            UUID inspectorId, String authority, String email, String language, Instant registeredAt) {}

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
