package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Revision;
import org.regulus.sanctions.penalty.Sheet;

/** How a decision is followed, as it is told: paid, carried out, challenged, demanded, enforced. */
final class ExecutionMessages {

    private ExecutionMessages() {}

    /** The type of what is told; what it says goes into {@code data}. */
    static String of(Sheet sheet, Map<String, Object> data) {
        if (sheet instanceof Sheet.InstalmentsRequested requested) {
            about(requested.penalty(), data);
            return "instalments-requested";
        }
        if (sheet instanceof Sheet.InstalmentsGranted granted) {
            about(granted.penalty(), data);
            data.put("parts", granted.parts().size());
            data.put(
                    "lastDueOn", granted.parts().get(granted.parts().size() - 1).dueOn());
            return "instalments-granted";
        }
        if (sheet instanceof Sheet.PartPaid paid) {
            about(paid.penalty(), data);
            data.put("amountMinor", paid.amount().minor());
            data.put("surchargeMinor", paid.surcharge().minor());
            data.put("currency", paid.amount().currency().getCurrencyCode());
            data.put("paidOn", paid.paidOn());
            return "penalty-part-paid";
        }
        if (sheet instanceof Sheet.Challenged challenged) {
            about(challenged.penalty(), data);
            data.put("challenge", Codes.of(challenged.way()));
            data.put("filedOn", challenged.filedOn());
            return "penalty-challenged";
        }
        if (sheet instanceof Sheet.ChallengeResolved resolved) {
            about(resolved.penalty(), data);
            data.put("outcome", Codes.of(resolved.outcome()));
            data.put("changed", resolved.revisions().stream().map(Changed::of).toList());
            data.put("resolvedOn", resolved.resolvedOn());
            return "challenge-resolved";
        }
        if (sheet instanceof Sheet.Demanded demanded) {
            about(demanded.penalty(), data);
            return "penalty-demanded";
        }
        if (sheet instanceof Sheet.EnforcementRequested requested) {
            about(requested.penalty(), data);
            return "enforcement-requested";
        }
        return measures(sheet, data);
    }

    /** The number of the penalty, where it is not the operator's fine. */
    static void about(Optional<Integer> penalty, Map<String, Object> data) {
        penalty.ifPresent(number -> data.put("penalty", number));
    }

    /** What a challenge made of one penalty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(int penalty, String becomes, Long amountMinor, Integer days) {
        static Changed of(Revision revision) {
            return new Changed(
                    revision.penalty(),
                    Codes.of(revision.becomes()),
                    revision.amount().map(Money::minor).orElse(null),
                    revision.days().orElse(null));
        }
    }

    private static String measures(Sheet sheet, Map<String, Object> data) {
        if (sheet instanceof Sheet.PersonPaid paid) {
            data.put("penalty", paid.penalty());
            data.put("amountMinor", paid.amount().minor());
            data.put("surchargeMinor", paid.surcharge().minor());
            data.put("currency", paid.amount().currency().getCurrencyCode());
            data.put("paidOn", paid.paidOn());
            return "person-fine-paid";
        }
        if (sheet instanceof Sheet.CarriedOut carriedOut) {
            data.put("penalty", carriedOut.penalty());
            data.put("kind", carriedOut.penaltyKind().code());
            data.put("on", carriedOut.on());
            data.put("until", carriedOut.until().orElse(null));
            return "measure-carried-out";
        }
        if (sheet instanceof Sheet.TermEnded ended) {
            data.put("penalty", ended.penalty());
            data.put("kind", ended.penaltyKind().code());
            data.put("on", ended.on());
            return "measure-ended";
        }
        throw new IllegalStateException("No message for " + sheet);
    }
}
