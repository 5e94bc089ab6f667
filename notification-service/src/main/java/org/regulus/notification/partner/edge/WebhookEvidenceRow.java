package org.regulus.notification.partner.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Read only: rows are written once, by {@link WebhookEvidence}, and the database refuses to change them. */
@Entity
@Table(name = "webhook_evidence")
class WebhookEvidenceRow {

    @Id
    UUID id;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    String partner;

    @Column(name = "event_id")
    UUID eventId;

    long position;
    String outcome;

    @Column(name = "happened_at")
    Instant at;

    String document;
    String digest;
}
