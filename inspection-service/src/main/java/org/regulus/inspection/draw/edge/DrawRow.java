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

    String reason;
    String seed;
    String record;

    @Column(name = "record_digest")
    String recordDigest;

    @Column(name = "committed_at")
    Instant committedAt;

    @Column(name = "completed_at")
    Instant completedAt;

    long announced;

    @Version
    long version;

    /** @param read the frame as it is stored */
    Draw draw(Frame read) {
        if (commitment.isEmpty()) {
            throw Refusal.conflict("draw.older-format", "This draw published no commitment; commit to a new one");
        }
        if (!read.digest().equals(frameDigest)) {
            throw new IllegalStateException("The frame of draw %s is not the one with its digest".formatted(id));
        }
        return new Draw(id, read, sampleSize, Commitment.rule(commitment), Draw.State.of(state), announced);
    }

    /** @throws Refusal CONFLICT {@code draw.not-completed} */
    String recorded() {
        if (record == null) {
            throw Refusal.conflict("draw.not-completed", "The draw has no seed yet");
        }
        return record;
    }

    void take(Draw changed) {
        frameSize = changed.frame().size();
        frameDigest = changed.frame().digest();
        sampleSize = changed.sampleSize();
        state = changed.state().word();
        announced = changed.announced();
    }
}
