package org.regulus.filing.jurisdiction.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.regulus.filing.casefile.edge.CaseRow;
import org.regulus.filing.jurisdiction.Jurisdiction;
import org.regulus.filing.jurisdiction.JurisdictionState;

/** Its case is locked by whoever changes it, so it needs no version; its ETag is the number of its events. */
@Entity
@Table(name = "jurisdiction")
class JurisdictionRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String[] shared = {};
    String state;

    @Column(name = "proposed_to")
    String proposedTo;

    @Column(name = "proposed_by")
    String proposedBy;

    String superior;
    long announced;

    static JurisdictionRow of(UUID id, CaseRow opened) {
        JurisdictionRow row = new JurisdictionRow();
        row.id = id;
        row.caseId = opened.id;
        row.operatorId = opened.operatorId;
        row.take(Jurisdiction.of(opened.id, opened.authority));
        return row;
    }

    Jurisdiction jurisdiction() {
        return new Jurisdiction(caseId, announced, authority, new TreeSet<>(List.of(shared)), state());
    }

    private JurisdictionState state() {
        return switch (state) {
            case "settled" -> new JurisdictionState.Settled();
            case "transfer-proposed" -> new JurisdictionState.TransferProposed(proposedTo, proposedBy);
            case "disputed" -> new JurisdictionState.Disputed(proposedTo, superior);
            default -> throw new IllegalStateException("No such state of jurisdiction: " + state);
        };
    }

    void take(Jurisdiction changed) {
        authority = changed.holder();
        announced = changed.announced();
        shared = changed.shared().toArray(String[]::new);
        state = changed.state().word();
        proposedTo = null;
        proposedBy = null;
        superior = null;
        if (changed.state() instanceof JurisdictionState.TransferProposed proposed) {
            proposedTo = proposed.to();
            proposedBy = proposed.by();
        } else if (changed.state() instanceof JurisdictionState.Disputed disputed) {
            proposedTo = disputed.to();
            superior = disputed.superior();
        }
    }
}
