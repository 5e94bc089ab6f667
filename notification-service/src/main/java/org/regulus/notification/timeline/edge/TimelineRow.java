package org.regulus.notification.timeline.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event in the story of a case. */
@Entity
@Table(name = "timeline_entry")
class TimelineRow {

    /** The event's id: UUIDv7, so the list's order is the order in which things were done. */
    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String type;

    @Column(name = "happened_at")
    Instant at;

    @Column(name = "aggregate_type")
    String aggregateType;

    @Column(name = "aggregate_id")
    UUID aggregateId;

    long sequence;

    @Column(name = "causation_id")
    UUID causationId;

    @Column(name = "for_operator")
    boolean forOperator;
}
