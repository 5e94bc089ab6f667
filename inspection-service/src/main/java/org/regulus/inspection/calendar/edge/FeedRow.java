package org.regulus.inspection.calendar.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A secret address at which an inspector's calendar can be read. The secret itself is not kept. */
@Entity
@Table(name = "calendar_feed")
class FeedRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "inspector_id")
    UUID inspectorId;

    @Column(name = "token_digest")
    String tokenDigest;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
