package org.regulus.notification.duty.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "duty")
class DutyRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String kind;

    /** What the duty is about, such as an order; the case when it has only one such duty. */
    UUID about;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "met_at")
    Instant metAt;
}
