package org.regulus.notification.message.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.regulus.notification.evidence.Evidence;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageState;
import org.regulus.notification.message.MessageState.Bounced;
import org.regulus.notification.message.MessageState.Failed;
import org.regulus.notification.message.MessageState.Failure;
import org.regulus.notification.message.MessageState.Planned;
import org.regulus.notification.message.MessageState.Sending;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Unknown;
import org.regulus.notification.message.MessageState.Waiting;

@Entity
@Table(name = "message")
class MessageRow {

    @Id
    UUID id;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String recipient;
    String channel;
    String template;

    @Column(name = "about_at")
    Instant aboutAt;

    String facts;
    int rules;
    String state;
    int attempts;

    /** Why it failed; null for those that failed before it was noted. */
    String failure;

    /** When the state is to be looked at again: end of waiting, next attempt, or end of the lease. By the database's clock. */
    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    Message message() {
        return new Message(
                id,
                new Message.About(eventId, caseId, authority, operatorId, recipient),
                channel,
                template,
                messageState());
    }

    Evidence.About evidenced() {
        return new Evidence.About(id, caseId, authority, operatorId, recipient);
    }

    private MessageState messageState() {
        return switch (state) {
            case "waiting" -> new Waiting(dueAt);
            case "planned" -> new Planned(attempts, dueAt);
            case "sending" -> new Sending(attempts, dueAt);
            case "served" -> new Served(attempts, endedAt);
            case "bounced" -> new Bounced(attempts, endedAt);
            case "failed" -> new Failed(attempts, why(), endedAt);
            case "unknown" -> new Unknown(attempts, endedAt);
            default -> throw new IllegalStateException("Message %s is %s".formatted(id, state));
        };
    }

    private Failure why() {
        if (failure != null) {
            return Failure.of(failure);
        }
        return attempts == 0 ? Failure.NO_ADDRESS : Failure.REFUSED;
    }

    void take(MessageState next) {
        if (next instanceof Planned planned) {
            put("planned", planned.attempts(), planned.dueAt(), null);
        } else if (next instanceof Sending sending) {
            put("sending", sending.attempt(), sending.until(), null);
        } else if (next instanceof Served served) {
            put("served", served.attempts(), dueAt, served.at());
        } else if (next instanceof Bounced bounced) {
            put("bounced", bounced.attempts(), dueAt, bounced.at());
        } else if (next instanceof Failed failed) {
            put("failed", failed.attempts(), dueAt, failed.at());
            failure = failed.why().word();
        } else if (next instanceof Unknown unknown) {
            put("unknown", unknown.attempts(), dueAt, unknown.at());
        } else {
            throw new IllegalStateException("No message goes back to " + next);
        }
    }

    private void put(String name, int count, Instant due, Instant ended) {
        state = name;
        attempts = count;
        dueAt = due;
        endedAt = ended;
    }
}
