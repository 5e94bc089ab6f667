package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.notification.gateway.edge.OutwardPlanning;
import org.regulus.notification.message.Audience;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;
import org.regulus.notification.message.edge.MailPlanning.About;
import org.regulus.notification.officer.edge.OfficerMail;

/** Plans the messages of an event in the event's own transaction, so that neither is without the other. */
@ApplicationScoped
public class MessagePlanning {

    private static final String ASSIGNED_TO = "assignedTo";

    private final Rulebook rules;
    private final Facts facts;
    private final OutwardPlanning outward;
    private final InboxPlanning inbox;
    private final OfficerMail officers;

    MessagePlanning(Rulebook rules, Facts facts, OutwardPlanning outward, InboxPlanning inbox, OfficerMail officers) {
        this.rules = rules;
        this.facts = facts;
        this.outward = outward;
        this.inbox = inbox;
        this.officers = officers;
    }

    /** @param operatorId null when the event concerns no operator: then only officers are told */
    public Uni<Void> plan(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        return rules.about(event.type(), event.time())
                .map(notice -> tell(
                        new About(
                                event,
                                caseId,
                                operatorId,
                                notice,
                                facts.of(notice, data, event.aggregate().sequence())),
                        new Audience(
                                notice,
                                operatorId != null,
                                data.path(ASSIGNED_TO).textValue())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(About about, Audience audience) {
        List<String> inboxes = audience.by(Notice.INBOX);
        return outward.plan(about, audience)
                .chain(() -> inbox.put(about, inboxes))
                .chain(() -> officers.plan(about, inboxes));
    }
}
