package org.regulus.notification.rebuild.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.regulus.notification.rebuild.Progress;

@Entity
@Table(name = "timeline_rebuild")
class RebuildRow {

    @Id
    UUID id;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    String source;
    String stage;
    long position;
    long upto;
    long unreadable;
    long cases;

    @Column(name = "last_case")
    UUID lastCase;

    Progress progress() {
        return new Progress(Progress.Stage.of(stage), position, cases, lastCase);
    }

    void take(Progress next, Instant at) {
        stage = next.stage().word();
        position = next.position();
        cases = next.cases();
        lastCase = next.lastCase();
        finishedAt = next.stage() == Progress.Stage.FINISHED ? at : null;
    }
}
