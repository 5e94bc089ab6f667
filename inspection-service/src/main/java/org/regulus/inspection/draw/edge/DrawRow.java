package org.regulus.inspection.draw.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.draw.Draw;

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

    /** The sorted case ids, one on each line. */
    String frame;

    @Column(name = "frame_size")
    int frameSize;

    @Column(name = "frame_digest")
    String frameDigest;

    @Column(name = "sample_size")
    int sampleSize;

    @Column(name = "seed_source")
    String seedSource;

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
        return new Draw(id, List.of(frame.split("\n")), sampleSize, Draw.State.of(state), announced);
    }

    void take(Draw changed) {
        frame = String.join("\n", changed.frame());
        frameSize = changed.frame().size();
        frameDigest = changed.frameDigest();
        sampleSize = changed.sampleSize();
        state = changed.state().word();
        announced = changed.announced();
    }
}
