package org.regulus.filing.jurisdiction.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.filing.jurisdiction.Jurisdiction;
import org.regulus.filing.jurisdiction.JurisdictionEvent;

/** Jurisdiction's changes as they go over the wire, all in one shape: who holds the case now, and who else reads it. */
final class JurisdictionMessages {

    private JurisdictionMessages() {}

    /**
     * The contract's fields.
     *
     * @param authority who holds the case from now on
     * @param readers all others that may read it from now on
     * @param other the other authority that the event is about; its schema says in which role
     */
    record Changed(UUID caseId, UUID operatorId, String authority, List<String> readers, String other, Instant at) {}

    static OutboxMessage of(JurisdictionRow row, Jurisdiction.Change<? extends JurisdictionEvent> change) {
        Jurisdiction now = change.jurisdiction();
        JurisdictionEvent event = change.event();
        return new OutboxMessage(
                "regulus.filing.%s.v1".formatted(step(event)),
                row.caseId,
                new AggregateVersion("jurisdiction", row.id, now.announced()),
                now.holder(),
                event.at(),
                new Changed(
                        row.caseId,
                        row.operatorId,
                        now.holder(),
                        List.copyOf(now.readers()),
                        event.other(),
                        event.at()));
    }

    /** The step in the words of events and of the API. */
    static String step(JurisdictionEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
