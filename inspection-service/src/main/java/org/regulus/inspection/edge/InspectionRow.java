package org.regulus.inspection.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.Approval;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionState;

@Entity
@Table(name = "inspection")
public class InspectionRow {

    @Id
    public UUID id;

    public String authority;

    @Column(name = "operator_id")
    public UUID operatorId;

    @Column(name = "case_id")
    public UUID caseId;

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

    /** JSON: the control items that are planned, with the legal basis, or null before there is a plan. */
    String plan;

    @Column(name = "planned_by")
    String plannedBy;

    @Column(name = "planned_at")
    Instant plannedAt;

    /** Whether that plan is to tell the operator at its door only. */
    @Column(name = "without_notice")
    boolean withoutNotice;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    /** JSON: the control items that the notice names. */
    String items = "[]";

    @Column(name = "noticed_at")
    Instant noticedAt;

    /** Whether the notice was the first that the operator heard, at its door. */
    @Column(name = "at_the_door")
    boolean atTheDoor;

    /** Whether the operator was told: by the notice, or by the interview that was fixed. Before, it does not exist for the operator. */
    boolean told;

    /** Canonical JSON, for an inspection for cause: from whom and by what seed its inspectors will be drawn. */
    @Column(name = "inspector_commitment")
    String inspectorCommitment;

    /** What the inspectors were drawn by. */
    String seed;

    /** Canonical JSON: what proves that seed; null where it is in the record of a draw. */
    @Column(name = "seed_evidence")
    String seedEvidence;

    String outcome;

    @Column(name = "concluded_at")
    Instant concludedAt;

    long announced;

    @Version
    long version;

    public List<UUID> inspectors() {
        return List.of(inspectorIds);
    }

    Inspection inspection() {
        return new Inspection(id, announced, List.of(inspectorIds), InspectionState.of(state), approval());
    }

    private Approval approval() {
        if (plannedBy == null) {
            return Approval.NONE;
        }
        return approvedBy == null
                ? new Approval.Planned(plannedBy, withoutNotice)
                : new Approval.Approved(plannedBy, approvedBy, withoutNotice);
    }

    void take(Inspection changed) {
        announced = changed.announced();
        inspectorIds = changed.inspectors().toArray(UUID[]::new);
        state = changed.state().word();
        take(changed.approval());
    }

    private void take(Approval approval) {
        plannedBy = null;
        approvedBy = null;
        withoutNotice = false;
        if (approval instanceof Approval.Planned planned) {
            plannedBy = planned.by();
            withoutNotice = planned.unannounced();
        } else if (approval instanceof Approval.Approved approved) {
            plannedBy = approved.planner();
            approvedBy = approved.by();
            withoutNotice = approved.unannounced();
        }
    }
}
