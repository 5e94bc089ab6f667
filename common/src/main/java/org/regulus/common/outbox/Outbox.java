package org.regulus.common.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.event.Cause;
import org.regulus.common.time.IdSource;

/**
 * Events on their way out. An event is a row of the same transaction as the change it tells of: both are there or neither. The relay
 * brings it to Kafka at least once; the consumers' inbox makes that once in effect.
 */
@ApplicationScoped
public class Outbox {

    private final ObjectMapper json;
    private final IdSource ids;
    private final String topic;

    Outbox(ObjectMapper json, IdSource ids, @ConfigProperty(name = "regulus.outbox.topic") String topic) {
        this.json = json;
        this.ids = ids;
        this.topic = topic;
    }

    /** @throws IllegalStateException when the caller has no transaction: an event without its change must be impossible */
    public Uni<Void> append(OutboxMessage message) {
        return appendAll(List.of(message));
    }

    public Uni<Void> appendAll(List<OutboxMessage> messages) {
        return Panache.currentTransaction()
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("Outbox.append needs the caller's transaction"))
                .chain(Panache::getSession)
                .chain(session ->
                        session.persistAll(messages.stream().map(this::row).toArray()));
    }

    private OutboxRow row(OutboxMessage message) {
        OutboxRow row = new OutboxRow();
        row.id = ids.next();
        row.aggregateType = message.aggregate().type();
        row.aggregateId = message.aggregate().id();
        row.sequence = message.aggregate().sequence();
        row.type = message.type();
        row.payload = payload(message);
        row.topic = message.topic() == null ? topic : message.topic();
        row.key = message.key();
        row.authority = message.authority();
        row.occurredAt = message.at();
        Cause cause = Cause.current();
        row.causationId = cause == null ? null : cause.eventId();
        row.correlationId = cause == null ? row.id : cause.correlationId();
        return row;
    }

    private byte[] payload(OutboxMessage message) {
        try {
            return json.writeValueAsBytes(message.data());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write " + message.type(), impossible);
        }
    }
}
