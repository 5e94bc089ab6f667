package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The replacement of an inspector who was recused, as it was recorded. Nobody may change it. */
@Entity
@Table(name = "inspector_replacement")
class InspectorReplacementRow {

    @Id
    UUID id;

    @Column(name = "draw_id")
    UUID drawId;

    /** Of its draw, from 1. */
    int number;

    /** One line of canonical JSON. */
    String record;

    @Column(name = "record_digest")
    String recordDigest;

    @Column(name = "made_at")
    Instant madeAt;
}
