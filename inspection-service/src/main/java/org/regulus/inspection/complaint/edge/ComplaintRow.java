package org.regulus.inspection.complaint.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.complaint.Complaint;

@Entity
@Table(name = "complaint")
class ComplaintRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    String subject;
    String text;

    /** Null when nobody said who complains. */
    String complainant;

    String contact;
    boolean confidential;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "registered_at")
    Instant registeredAt;

    /** The account of the officer. */
    @Column(name = "registered_by")
    String registeredBy;

    String state;

    @Column(name = "inspection_id")
    UUID inspectionId;

    @Column(name = "close_reason")
    String closeReason;

    String explanation;

    @Column(name = "ended_at")
    Instant endedAt;

    long announced;

    @Version
    long version;

    Complaint complaint() {
        return new Complaint(id, Complaint.State.of(state), announced);
    }

    void take(Complaint changed) {
        state = changed.state().word();
        announced = changed.announced();
    }
}
