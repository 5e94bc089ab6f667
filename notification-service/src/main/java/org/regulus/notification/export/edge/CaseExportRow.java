package org.regulus.notification.export.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "case_export")
class CaseExportRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "asked_by")
    String askedBy;

    String filter;

    @Column(name = "asked_at")
    Instant askedAt;

    long cases;
    int parts;

    @Column(name = "last_case")
    UUID lastCase;

    /** It was given up. */
    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "finished_at")
    Instant finishedAt;
}
