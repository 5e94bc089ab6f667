package org.regulus.filing.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A submission as it was made; the database refuses to change it. */
@Entity(name = "SubmissionRow")
@Table(name = "submission")
class SubmissionRow {

    @Embeddable
    record Key(@Column(name = "filing_id") UUID filingId, int number) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "submitted_at")
    Instant submittedAt;

    /** The version of the campaign that it answers. */
    int correction;

    boolean late;
    String digest;
    String content;
    String score;
}
