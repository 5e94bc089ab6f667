package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Sheet;

/** The file of a proceeding as it is stored and shown: each sheet carries the name of its kind. */
record DossierColumn(List<SheetColumn> entries) {

    /** A name never changes: old files carry it. */
    record SheetColumn(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                    @JsonSubTypes({
                        @Type(value = Sheet.CaseFiled.class, name = "case-filed"),
                        @Type(value = Sheet.InvestigationClosed.class, name = "investigation-closed"),
                        @Type(value = Sheet.DecisionExtended.class, name = "decision-extended"),
                        @Type(value = Sheet.OfficerRecused.class, name = "officer-recused"),
                        @Type(value = Sheet.HearingRequested.class, name = "hearing-requested"),
                        @Type(value = Sheet.HearingCalled.class, name = "hearing-called"),
                        @Type(value = Sheet.HearingHeld.class, name = "hearing-held"),
                        @Type(value = Sheet.Voted.class, name = "voted"),
                        @Type(value = Sheet.Withdrawn.class, name = "withdrawn"),
                        @Type(value = Sheet.Transferred.class, name = "transferred"),
                        @Type(value = Sheet.TakenOver.class, name = "taken-over"),
                        @Type(value = Sheet.ServiceFailed.class, name = "service-failed"),
                        @Type(value = Sheet.Served.class, name = "served"),
                        @Type(value = Sheet.DefenceRecounted.class, name = "defence-recounted"),
                        @Type(value = Sheet.PaymentRecounted.class, name = "payment-recounted"),
                        @Type(value = Sheet.DocumentServed.class, name = "document-served"),
                        @Type(value = Sheet.InstalmentsRequested.class, name = "instalments-requested"),
                        @Type(value = Sheet.InstalmentsGranted.class, name = "instalments-granted"),
                        @Type(value = Sheet.PartPaid.class, name = "part-paid"),
                        @Type(value = Sheet.CarriedOut.class, name = "carried-out"),
                        @Type(value = Sheet.TermEnded.class, name = "term-ended"),
                        @Type(value = Sheet.PersonPaid.class, name = "person-paid"),
                        @Type(value = Sheet.Challenged.class, name = "challenged"),
                        @Type(value = Sheet.ChallengeResolved.class, name = "challenge-resolved"),
                        @Type(value = Sheet.Demanded.class, name = "demanded"),
                        @Type(value = Sheet.EnforcementRequested.class, name = "enforcement-requested"),
                        @Type(value = Sheet.Corrected.class, name = "corrected"),
                        @Type(value = Sheet.Revoked.class, name = "revoked"),
                        @Type(value = Sheet.Published.class, name = "published"),
                        @Type(value = Sheet.TakenDown.class, name = "taken-down")
                    })
                    Sheet sheet,
            String by,
            Instant at) {}

    static DossierColumn of(Dossier dossier) {
        return new DossierColumn(dossier.entries().stream()
                .map(entry -> new SheetColumn(entry.sheet(), entry.by(), entry.at()))
                .toList());
    }

    Dossier toDomain() {
        return new Dossier(entries.stream()
                .map(column -> new Dossier.Entry(column.sheet(), column.by(), column.at()))
                .toList());
    }

    /** Who of the authority filed a sheet, what they reported, how they voted, and who was recused is not the operator's. */
    DossierColumn forOperator() {
        return new DossierColumn(entries.stream()
                .filter(column -> !(column.sheet() instanceof Sheet.Voted
                        || column.sheet() instanceof Sheet.InvestigationClosed
                        || column.sheet() instanceof Sheet.OfficerRecused
                        || column.sheet() instanceof Sheet.DecisionExtended))
                .map(column -> new SheetColumn(column.sheet(), null, column.at()))
                .toList());
    }
}
