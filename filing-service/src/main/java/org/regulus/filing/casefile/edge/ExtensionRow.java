package org.regulus.filing.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "ExtensionRow")
@Table(name = "extension")
class ExtensionRow {

    static final String REQUESTED = "requested";

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "asked_until")
    Instant askedUntil;

    String reason;

    @Column(name = "requested_at")
    Instant requestedAt;

    /** requested, granted or refused. */
    String state = REQUESTED;

    @Column(name = "granted_until")
    Instant grantedUntil;

    @Column(name = "decision_reason")
    String decisionReason;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Version
    long version;
}
