package org.regulus.filing.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.filing.Filing;
import org.regulus.filing.FilingState;

@Entity(name = "FilingRow")
@Table(name = "filing")
class FilingRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "campaign_id")
    UUID campaignId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String state;
    int submission;

    @Column(name = "state_at")
    Instant stateAt;

    boolean late;
    String content;
    String score;
    long announced;

    @Version
    long version;

    Filing filing() {
        return new Filing(id, caseId, announced, FilingState.of(state, submission, stateAt, late));
    }

    void take(Filing changed) {
        announced = changed.announced();
        state = changed.state().word();
        if (changed.state() instanceof FilingState.Submitted submitted) {
            submission = submitted.submission();
            late = submitted.late();
            stateAt = submitted.at();
        } else if (changed.state() instanceof FilingState.Returned returned) {
            stateAt = returned.at();
        } else if (changed.state() instanceof FilingState.Withdrawn withdrawn) {
            stateAt = withdrawn.at();
        } else if (changed.state() instanceof FilingState.Accepted accepted) {
            stateAt = accepted.at();
        }
    }
}
