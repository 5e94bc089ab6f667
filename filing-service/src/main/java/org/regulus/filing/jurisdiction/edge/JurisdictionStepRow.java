package org.regulus.filing.jurisdiction.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One step, with the reason that was given; its number is the sequence of its event. */
@Entity
@Table(name = "jurisdiction_step")
class JurisdictionStepRow {

    @Embeddable
    record Key(@Column(name = "case_id") UUID caseId, long number) {}

    @EmbeddedId
    Key key;

    String step;

    /** The authority that took it. */
    @Column(name = "taken_by")
    String takenBy;

    String other;
    String reason;

    @Column(name = "taken_at")
    Instant takenAt;
}
