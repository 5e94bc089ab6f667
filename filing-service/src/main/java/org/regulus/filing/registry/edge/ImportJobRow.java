package org.regulus.filing.registry.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.filing.registry.ImportState;

/** An import of a register. */
@Entity
@Table(name = "import_job")
class ImportJobRow {

    @Id
    UUID id;

    String authority;

    /** The media type of the file. */
    String format;

    @Column(name = "dry_run")
    boolean dryRun;

    String state = ImportState.WAITING.word();

    /** Null until they were counted. */
    @Column(name = "rows_in_file")
    Integer rows;

    @Column(name = "rows_done")
    int done;

    int imported;
    int updated;
    int unchanged;
    int rejected;

    @Column(name = "flaws_kept")
    int flawsKept;

    @Column(name = "fault_code")
    String faultCode;

    @Column(name = "fault_detail")
    String faultDetail;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "finished_at")
    Instant finishedAt;

    /** Who works on it: another value each time that it is taken up. */
    UUID claim;

    int attempts;

    @Version
    long version;

    void become(ImportState next) {
        state = ImportState.of(state).become(next).word();
    }

    boolean isClaimedAs(UUID mine) {
        return state.equals(ImportState.RUNNING.word()) && mine.equals(claim);
    }
}
