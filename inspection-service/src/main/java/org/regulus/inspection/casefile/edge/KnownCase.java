package org.regulus.inspection.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A case as this service knows it from the filing-service's events. Draws and events change it side by side, each of them other columns:
 * only what changed is written.
 */
@Entity
@DynamicUpdate
@Table(name = "known_case")
public class KnownCase {

    @Id
    public UUID id;

    public String authority;

    @Column(name = "operator_id")
    public UUID operatorId;

    @Column(name = "campaign_id")
    public UUID campaignId;

    @Column(name = "case_number")
    public String caseNumber;

    String province;

    @Column(name = "licence_class")
    String licenceClass;

    @Column(name = "system_kinds")
    String[] systemKinds;

    /** A to D; empty when the operator had none when the case was opened. */
    @Column(name = "credit_class")
    String creditClass = "";

    /** Of the last submission, 0 to 100; null when nothing that counts was answered. */
    @Column(name = "risk_score")
    Integer riskScore;

    /** none, submitted, returned or accepted */
    String filing = "none";

    boolean overdue;
    public boolean closed;

    /** Whether an inspection of that authority can be opened. */
    public boolean openTo(String inspecting) {
        return authority.equals(inspecting) && !closed;
    }

    /**
     * Why it cannot be inspected in the place of another, which is published; null when it can.
     *
     * @param known whether everybody may know of an inspection of it
     */
    public String obstacle(String drawing, boolean known) {
        if (!authority.equals(drawing)) {
            return "transferred";
        }
        if (closed) {
            return "closed";
        }
        if (inspected && known) {
            return "inspected";
        }
        return filing.equals("submitted") || filing.equals("accepted") ? null : "not-filed";
    }

    /** Whether an inspection was ever opened: then it is not drawn again in this campaign. */
    public boolean inspected;
}
