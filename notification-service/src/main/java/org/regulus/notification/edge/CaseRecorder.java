package org.regulus.notification.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.notification.duty.edge.Duties;
import org.regulus.notification.invitation.edge.Invitations;
import org.regulus.notification.message.edge.MessagePlanning;
import org.regulus.notification.service.edge.ServiceRequests;
import org.regulus.notification.timeline.edge.Timeline;

/** What an event means for its case: a line in its timeline, messages, invitations, duties, and perhaps a document to serve. */
@ApplicationScoped
class CaseRecorder {

    private final Timeline timeline;
    private final MessagePlanning messages;
    private final Invitations invitations;
    private final Duties duties;
    private final ServiceRequests services;

    CaseRecorder(
            Timeline timeline,
            MessagePlanning messages,
            Invitations invitations,
            Duties duties,
            ServiceRequests services) {
        this.timeline = timeline;
        this.messages = messages;
        this.invitations = invitations;
        this.duties = duties;
        this.services = services;
    }

    Uni<Void> record(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        return timeline.add(event, caseId, operatorId, data)
                .chain(() -> messages.plan(event, caseId, operatorId, data))
                .chain(() -> invitations.follow(event, caseId, operatorId, data))
                .chain(() -> duties.follow(event, caseId, operatorId, data))
                .chain(() -> services.hear(event));
    }
}
