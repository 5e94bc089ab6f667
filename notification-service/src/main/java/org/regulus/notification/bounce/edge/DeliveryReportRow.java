package org.regulus.notification.bounce.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A report, as evidence. What it was read from stands beside it. */
@Entity
@Table(name = "delivery_report")
class DeliveryReportRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "message_id")
    UUID messageId;

    String action;
    String status;

    @Column(name = "taken_at")
    Instant takenAt;
}
