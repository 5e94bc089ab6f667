package org.regulus.inspection.onsite.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.onsite.OnSiteRecord;

@Entity
@Table(name = "onsite_record")
class OnSiteRow {

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

    /** SHA-256 over the digest before and the new entry's: whoever has it can tell whether an entry was changed or left out. */
    String digest = "";

    int entries;

    /** JSON; null until it is signed, or the refusal noted. */
    String signature;

    @Column(name = "signed_at")
    Instant signedAt;

    long announced;

    @Version
    long version;

    OnSiteRecord record() {
        return new OnSiteRecord(id, OnSiteRecord.State.of(state), announced);
    }

    void take(OnSiteRecord changed) {
        id = changed.id();
        state = changed.state().word();
        announced = changed.announced();
    }
}
