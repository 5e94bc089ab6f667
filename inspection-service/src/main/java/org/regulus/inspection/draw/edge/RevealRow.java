package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.draw.SeedRule;

/** A party's share, as it came. */
@Entity
@Table(name = "seed_reveal")
public class RevealRow {

    @Id
    UUID id;

    String authority;

    /** Of the commitment that the share belongs to. */
    @Column(name = "commitment_digest")
    String commitmentDigest;

    public String party;
    String nonce;
    String share;

    @Column(name = "revealed_at")
    public Instant revealedAt;

    @Column(name = "revealed_by")
    String revealedBy;

    SeedRule.Reveal reveal() {
        return new SeedRule.Reveal(party, nonce, share);
    }
}
