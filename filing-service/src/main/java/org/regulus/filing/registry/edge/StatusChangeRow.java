package org.regulus.filing.registry.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an operator was suspended, resumed or ceased, and why. */
@Entity
@Table(name = "registration_status")
class StatusChangeRow {

    @Id
    UUID id;

    @Column(name = "registration_id")
    UUID registrationId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String status;
    String reason;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;
}
