package org.regulus.inspection.publication.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.publication.Publication;

@Entity
@Table(name = "publication")
class PublicationRow {

    @Id
    UUID id;

    @Column(name = "inspection_id")
    UUID inspectionId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_number")
    String caseNumber;

    /** random or for-cause */
    String basis;

    String outcome;

    /** JSON: item, severity and legal reference of each finding. */
    String items;

    @Column(name = "concluded_at")
    Instant concludedAt;

    String state;
    int edition;

    /** Of the last correction, or of the withdrawal. */
    String reason;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    long announced;

    @Version
    long version;

    Publication publication() {
        return new Publication(id, Publication.State.of(state), edition, announced);
    }

    void take(Publication changed, Instant at) {
        id = changed.id();
        state = changed.state().word();
        edition = changed.edition();
        announced = changed.announced();
        changedAt = at;
    }
}
