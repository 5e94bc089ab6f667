package org.regulus.inspection.inspector.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When an inspector is away: half days, days or months. Why is nobody's business. */
@Entity
@Table(name = "inspector_leave")
class LeaveRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "inspector_id")
    UUID inspectorId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    /** Taken back: the inspector is not away after all. */
    boolean withdrawn;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    /** How many events it has announced. */
    long announced;
}
