package org.regulus.notification.message.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One message in the inbox of one recipient. */
@Entity
@Table(name = "inbox_item")
class InboxRow {

    @Id
    UUID id;

    @Column(name = "event_id")
    UUID eventId;

    String recipient;
    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    int rules;
    String template;
    boolean legal;

    @Column(name = "about_at")
    Instant aboutAt;

    String facts;
}
