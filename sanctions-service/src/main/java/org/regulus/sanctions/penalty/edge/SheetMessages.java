package org.regulus.sanctions.penalty.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.Sheet;

/** From a filed sheet to its wire message: ids, dates, codes and amounts; never officers, reasons or minutes. */
final class SheetMessages {

    private SheetMessages() {}

    static OutboxMessage of(PenaltyProceeding about, SheetFiled<?> filed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("caseId", about.subject().caseId());
        data.put("proceedingId", about.id().value());
        data.put("operatorId", about.subject().operatorId());
        data.put("authority", about.subject().authority());
        String type = before(filed.sheet(), data);
        if (type == null) {
            type = after(filed.sheet(), data);
        }
        data.put("at", filed.at());
        return new OutboxMessage(
                "regulus.sanctions." + type + ".v1",
                about.subject().caseId(),
                new AggregateVersion("penalty-proceeding", about.id().value(), about.version()),
                about.subject().authority(),
                filed.at(),
                data);
    }

    /** Before the decision; null when the sheet comes after it. */
    private static String before(Sheet sheet, Map<String, Object> data) {
        if (sheet instanceof Sheet.CaseFiled filed) {
            data.put("filedOn", filed.on());
            return "penalty-filed";
        }
        if (sheet instanceof Sheet.InvestigationClosed) {
            return "investigation-closed";
        }
        if (sheet instanceof Sheet.DecisionExtended extended) {
            data.put("until", extended.until());
            return "penalty-extended";
        }
        if (sheet instanceof Sheet.OfficerRecused) {
            return "officer-recused";
        }
        if (sheet instanceof Sheet.HearingRequested) {
            return "hearing-requested";
        }
        if (sheet instanceof Sheet.HearingCalled called) {
            data.put("heldOn", called.heldOn());
            return "hearing-called";
        }
        if (sheet instanceof Sheet.HearingHeld held) {
            data.put("attended", held.attended());
            return "hearing-held";
        }
        if (sheet instanceof Sheet.Voted voted) {
            data.put("inFavour", voted.inFavour());
            return "penalty-voted";
        }
        if (sheet instanceof Sheet.DefenceRecounted recounted) {
            data.put("formerly", recounted.from());
            data.put("defenceUntil", recounted.until());
            return "defence-recounted";
        }
        if (sheet instanceof Sheet.TakenOver takenOver) {
            data.put("formerAuthority", takenOver.from());
            return "penalty-taken-over";
        }
        return sheet instanceof Sheet.Transferred ? "penalty-transferred" : null;
    }

    private static String after(Sheet sheet, Map<String, Object> data) {
        if (sheet instanceof Sheet.ServiceFailed failed) {
            ExecutionMessages.about(failed.penalty(), data);
            data.put("method", Codes.of(failed.method()));
            return "penalty-service-failed";
        }
        if (sheet instanceof Sheet.Served served) {
            ExecutionMessages.about(served.penalty(), data);
            data.put("method", Codes.of(served.method()));
            data.put("effectiveOn", served.effectiveOn());
            data.put("payUntil", served.payUntil().orElse(null));
            return served.penalty().isPresent() ? "person-served" : "penalty-served";
        }
        if (sheet instanceof Sheet.PaymentRecounted recounted) {
            ExecutionMessages.about(recounted.penalty(), data);
            data.put("formerly", recounted.from());
            data.put("payUntil", recounted.to());
            return recounted.penalty().isPresent() ? "person-payment-recounted" : "payment-recounted";
        }
        if (sheet instanceof Sheet.DocumentServed served) {
            ExecutionMessages.about(served.penalty(), data);
            data.put("document", Codes.of(served.document()));
            data.put("method", Codes.of(served.method()));
            data.put("effectiveOn", served.effectiveOn());
            data.put("defenceUntil", served.defenceUntil().orElse(null));
            return "penalty-document-served";
        }
        if (sheet instanceof Sheet.Published) {
            return "penalty-published";
        }
        if (sheet instanceof Sheet.TakenDown) {
            return "penalty-taken-down";
        }
        if (sheet instanceof Sheet.Corrected) {
            return "penalty-corrected";
        }
        return sheet instanceof Sheet.Revoked ? "penalty-revoked" : ExecutionMessages.of(sheet, data);
    }
}
