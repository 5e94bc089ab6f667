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
}
