package org.regulus.common.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox. The first five columns have the names of Debezium's outbox event router, so that an installation can hand the
 * relay's work to Kafka Connect.
 */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    UUID id;

    @Column(name = "aggregatetype")
    String aggregateType;

    @Column(name = "aggregateid")
    UUID aggregateId;

    String type;
    byte[] payload;

    long sequence;
    String topic;

    @Column(name = "message_key")
    UUID key;

    String authority;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "causation_id")
    UUID causationId;

    @Column(name = "correlation_id")
    UUID correlationId;
}
