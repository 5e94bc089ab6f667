package org.regulus.notification.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.duty.edge.Duties;
import org.regulus.notification.ledger.edge.Ledger;

/** What happens to every event, in the transaction of its claim: what it means for its case or campaign, and at last the ledger, whose lock is short. */
@ApplicationScoped
class EventRecorder {

    private final CaseRecorder cases;
    private final Duties duties;
    private final Ledger ledger;

    EventRecorder(CaseRecorder cases, Duties duties, Ledger ledger) {
        this.cases = cases;
        this.duties = duties;
        this.ledger = ledger;
    }

    Uni<Void> record(String topic, EventEnvelope event) {
        JsonNode data = event.dataAs(JsonNode.class);
        if (!data.isObject()) {
            throw Refusal.malformed("event.unreadable", "The data is not a JSON object");
        }
        UUID caseId = id(data, "caseId");
        UUID operatorId = id(data, "operatorId");
        Uni<Void> told = caseId == null ? duties.hear(event, data) : cases.record(event, caseId, operatorId, data);
        return told.chain(() -> ledger.append(topic, event, data));
    }

    private static UUID id(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(value.asText());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.malformed("event.unreadable", field + " is not a UUID");
        }
    }
}
