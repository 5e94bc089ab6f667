package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.Frame;
import org.regulus.inspection.draw.SeedRule;

@Entity
@Table(name = "draw")
class DrawRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "campaign_id")
    UUID campaignId;

    String state;
    String algorithm;

    /** Of a draw of before: the units of the frame, sorted, one on each line. Of the others {@link Frames} has it, and this is empty. */
    String frame = "";

    @Column(name = "frame_size")
    int frameSize;

    @Column(name = "frame_digest")
    String frameDigest;

    @Column(name = "sample_size")
    int sampleSize;

    @Column(name = "seed_source")
    String seedSource;

    /** What was published before the seed; empty for a draw older than that. */
    String commitment;

    /** The account of who committed to it, or null for a draw older than that. */
    @Column(name = "committed_by")
    String committedBy;

    String reason;
    String seed;
    String record;

    @Column(name = "record_digest")
    String recordDigest;

    /** Why it gets no seed; null unless it was abandoned. */
    @Column(name = "abandon_reason")
    String abandonReason;

    @Column(name = "abandoned_by")
    String abandonedBy;

    @Column(name = "abandoned_at")
    Instant abandonedAt;

    @Column(name = "committed_at")
    Instant committedAt;

    @Column(name = "completed_at")
    Instant completedAt;

    long announced;

    @Version
    long version;

    /** @param read the frame as it is stored */
    Draw draw(Frame read) {
        SeedRule rule = rule();
        if (!read.digest().equals(frameDigest)) {
            throw new IllegalStateException("The frame of draw %s is not the one with its digest".formatted(id));
        }
        return new Draw(id, read, sampleSize, rule, Draw.State.of(state), announced);
    }

    SeedRule rule() {
        if (commitment.isEmpty()) {
            throw Refusal.conflict("draw.older-format", "This draw published no commitment; commit to a new one");
        }
        return Commitment.rule(commitment);
    }

    /** @throws Refusal CONFLICT {@code draw.not-completed} */
    String recorded() {
        if (record == null) {
            throw Refusal.conflict("draw.not-completed", "The draw has no seed yet");
        }
        return record;
    }

    /** Frame and size are committed to and stay. */
    void move(Draw changed) {
        state = changed.state().word();
        announced = changed.announced();
    }

    void take(Draw changed) {
        frameSize = changed.frame().size();
        frameDigest = changed.frame().digest();
        sampleSize = changed.sampleSize();
        move(changed);
    }
}
