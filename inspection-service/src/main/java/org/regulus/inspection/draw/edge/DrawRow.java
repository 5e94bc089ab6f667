package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.Unit;

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

    /** The units of the frame, sorted, one on each line. */
    String frame;

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

    Draw draw() {
        if (commitment.isEmpty()) {
            throw Refusal.conflict("draw.older-format", "This draw published no commitment; commit to a new one");
        }
        List<Unit> units = frame.lines().map(Unit::parse).toList();
        return new Draw(id, units, sampleSize, Commitment.rule(commitment), Draw.State.of(state), announced);
    }

    /** @throws Refusal CONFLICT {@code draw.not-completed} */
    String recorded() {
        if (record == null) {
            throw Refusal.conflict("draw.not-completed", "The draw has no seed yet");
        }
        return record;
    }

    void take(Draw changed) {
        frame = String.join("\n", changed.lines());
        frameSize = changed.frame().size();
        frameDigest = changed.frameDigest();
        sampleSize = changed.sampleSize();
        state = changed.state().word();
        announced = changed.announced();
    }
}
