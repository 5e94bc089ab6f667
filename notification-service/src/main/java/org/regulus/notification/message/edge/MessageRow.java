package org.regulus.notification.message.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

    String channel;
    String template;

    @Column(name = "about_at")
    Instant aboutAt;

    String state;
    int attempts;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "ended_at")
    Instant endedAt;
}
