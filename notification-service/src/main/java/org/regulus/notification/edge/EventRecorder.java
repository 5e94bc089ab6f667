package org.regulus.notification.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.edge.Ledger;
import org.regulus.notification.message.edge.Messages;
import org.regulus.notification.timeline.edge.Timeline;

/** What happens to every event, in the transaction of its claim: timeline, messages, and at last the ledger, whose lock is short. */
@ApplicationScoped
class EventRecorder {

    private final Timeline timeline;
    private final Messages messages;
    private final Ledger ledger;
    private final ObjectMapper json;

    EventRecorder(Timeline timeline, Messages messages, Ledger ledger, ObjectMapper json) {
        this.timeline = timeline;
        this.messages = messages;
        this.ledger = ledger;
        this.json = json;
    }

    /** Whom an event is about, as far as it says so. */
    record About(UUID caseId, UUID operatorId, String caseNumber) {}

    Uni<Void> record(String topic, EventEnvelope event) {
        About about = event.dataAs(About.class);
        Uni<Void> told = about.caseId() == null
                ? Uni.createFrom().voidItem()
                : timeline.add(event, about.caseId(), about.operatorId())
                        .chain(() -> messages.plan(event, about.caseId(), about.operatorId(), about.caseNumber()));
        return told.chain(() -> ledger.append(topic, event, data(event)));
    }

    private com.fasterxml.jackson.databind.JsonNode data(EventEnvelope event) {
        try {
            return json.readTree(new String(event.data(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException unreadable) {
            throw Refusal.malformed("event.unreadable", "The data is not JSON");
        }
    }
}
