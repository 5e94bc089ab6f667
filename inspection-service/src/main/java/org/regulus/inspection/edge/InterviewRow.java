package org.regulus.inspection.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.Interview;

@Entity
@Table(name = "interview")
class InterviewRow {

    @Id
    UUID id;

    @Column(name = "inspection_id")
    UUID inspectionId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    String state;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String place;

    @Column(name = "held_at")
    Instant heldAt;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    Integer attendees;
    String summary;
    long announced;

    @Version
    long version;

    Interview interview() {
        return new Interview(id, announced, Interview.State.of(state), startsAt, endsAt);
    }

    void take(Interview changed) {
        announced = changed.announced();
        state = changed.state().word();
        startsAt = changed.startsAt();
        endsAt = changed.endsAt();
    }
}
