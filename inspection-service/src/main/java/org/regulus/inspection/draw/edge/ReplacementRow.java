package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A replacement as it was recorded. Nobody may change it. */
@Entity
@Table(name = "draw_replacement")
class ReplacementRow {

    @Id
    UUID id;

    @Column(name = "draw_id")
    UUID drawId;

    String authority;

    /** Of its draw, from 1. */
    int number;

    @Column(name = "removed_case_id")
    UUID removedCaseId;

    @Column(name = "substitute_case_id")
    UUID substituteCaseId;

    String reason;

    /** One line of canonical JSON. */
    String record;

    @Column(name = "record_digest")
    String recordDigest;

    @Column(name = "made_at")
    Instant madeAt;
}
