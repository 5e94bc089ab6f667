package org.regulus.inspection.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionState;

@Entity
@Table(name = "inspection")
class InspectionRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "campaign_id")
    UUID campaignId;

    String cause;

    @Column(name = "draw_id")
    UUID drawId;

    String state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "inspector_ids")
    UUID[] inspectorIds;

    /** JSON: the findings with their texts; only ids, codes and references leave the service. */
    String findings = "[]";

    /** JSON: {@link Wishes}. */
    String wishes = "{}";

    String outcome;

    @Column(name = "concluded_at")
    Instant concludedAt;

    long announced;

    @Version
    long version;

    Inspection inspection() {
        return new Inspection(id, announced, List.of(inspectorIds), InspectionState.of(state));
    }

    void take(Inspection changed) {
        announced = changed.announced();
        inspectorIds = changed.inspectors().toArray(UUID[]::new);
        state = changed.state().word();
    }
}
