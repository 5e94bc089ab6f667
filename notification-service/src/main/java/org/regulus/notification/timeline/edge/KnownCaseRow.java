package org.regulus.notification.timeline.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A case that some event has told of; its number is null until the event that opened it has come. */
@Entity
@Table(name = "known_case")
class KnownCaseRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "operator_name")
    String operatorName;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "campaign_id")
    UUID campaignId;

    /** The account of the officer who has it in hand. */
    @Column(name = "assigned_to")
    String assignedTo;

    String province;
    String kind;
    String phase;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "next_due")
    String nextDue;

    @Column(name = "next_due_at")
    Instant nextDueAt;
}
