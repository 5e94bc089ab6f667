package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Payable;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.ruleset.RuleBook;

/** How a fine is paid, in whole or in parts, and what follows when it is not. */
public final class ExecutionMoves {

    private ExecutionMoves() {}

    public static Change<SheetFiled<Sheet.InstalmentsRequested>> requestInstalments(
            PenaltyProceeding it, String reason, Court court) {
        served(it, "ask for instalments in");
        return it.file(new Sheet.InstalmentsRequested(reason), it.state(), court.act());
    }

    /** On application (Art. 66): the parts are the whole fine, in order of their days. */
    public static Change<SheetFiled<Sheet.InstalmentsGranted>> grantInstalments(
            PenaltyProceeding it, List<Sheet.Part> parts, Court court) {
        Served served = served(it, "grant instalments in");
        if (!it.dossier().has(Sheet.InstalmentsRequested.class)) {
            throw Refusal.conflict("proceeding.instalments-not-requested", "The operator did not ask for instalments");
        }
        it.hands().actedOnBy(court.act().officer());
        Money sum = parts.stream()
                .map(Sheet.Part::amount)
                .reduce(Money.none(served.decision().amount().currency()), Money::plus);
        LocalDate before = court.today();
        boolean inOrder = true;
        for (Sheet.Part part : parts) {
            inOrder &= part.dueOn().isAfter(before);
            before = part.dueOn();
        }
        if (it.dossier().has(Sheet.PartPaid.class)
                || !sum.equals(served.decision().amount())
                || !inOrder) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/parts",
                    "proceeding.instalments-invalid",
                    "Before anything is paid, parts in order of their days after today that come to %s"
                            .formatted(served.decision().amount()))));
        }
        return it.file(new Sheet.InstalmentsGranted(parts), it.state(), court.act());
    }

    /** What a payment is: the whole that is open, or, of instalments, the next ones; each with its surcharge. */
    public static Bill.Amount settled(PenaltyProceeding it, Money paid, LocalDate paidOn, Court court) {
        Decision decision = payable(it).orElseThrow(() -> it.refused("pay")).decision();
        refuseUnlessPayable(decision, paidOn, court);
        Bill bill = bill(it, decision, court);
        refuseIfNothingIsDue(bill);
        return bill.settledBy(paid, paidOn);
    }

    static void refuseUnlessPayable(Decision decision, LocalDate paidOn, Court court) {
        if (paidOn.isAfter(court.today()) || paidOn.isBefore(court.calendar().dateOf(decision.at()))) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/paidOn", "proceeding.payment-date", "A fine is paid between its decision and today")));
        }
    }

    /** Whether nothing is open after that. */
    public static boolean isRest(PenaltyProceeding it, Bill.Amount amount, Court court) {
        return bill(it, it.decision().orElseThrow(), court).parts().size() == amount.parts();
    }

    private static Bill bill(PenaltyProceeding it, Decision decision, Court court) {
        return Bill.of(it.dossier(), decision, court.rules(), court.today());
    }

    private static Optional<Payable> payable(PenaltyProceeding it) {
        return it.state() instanceof Payable payable
                        && payable.decision().amount().minor() > 0
                ? Optional.of(payable)
                : Optional.empty();
    }

    /** The last part, with its sheet and the one event that the fine is paid. It stays where it is while other penalties are open. */
    public static Change<PenaltyPaid> payAll(PenaltyProceeding it, Bill.Amount amount, LocalDate paidOn, Court court) {
        Payable payable = payable(it).orElseThrow(() -> it.refused("pay"));
        PenaltyProceeding paid =
                it.file(partPaid(amount, paidOn), it.state(), court.act()).proceeding();
        return new Change<>(
                paid.at(afterPayment(payable, paid.dossier(), paidOn, court)),
                new PenaltyPaid(payable.decision(), court.at()));
    }

    static ProceedingState afterPayment(Payable payable, Dossier dossier, LocalDate paidOn, Court court) {
        return new Execution(dossier, payable.decision()).isOver() ? payable.pay(paidOn, court.at()) : payable;
    }

    public static Change<SheetFiled<Sheet.PartPaid>> payPart(
            PenaltyProceeding it, Bill.Amount amount, LocalDate paidOn, Court court) {
        return it.file(partPaid(amount, paidOn), it.state(), court.act());
    }

    private static Sheet.PartPaid partPaid(Bill.Amount amount, LocalDate paidOn) {
        return new Sheet.PartPaid(amount.fine(), amount.surcharge(), amount.parts(), paidOn);
    }

    /** The demand before enforcement (Compulsion Law, Art. 54). */
    public static Change<SheetFiled<Sheet.Demanded>> demand(PenaltyProceeding it, Court court) {
        Served served = served(it, "demand payment in");
        refuseWhileChallenged(it);
        Bill bill = bill(it, served.decision(), court);
        refuseIfNothingIsDue(bill);
        LocalDate due = bill.lastDue();
        if (!court.today().isAfter(due)) {
            throw Refusal.conflict("proceeding.not-overdue", "It may be paid until " + due);
        }
        return it.file(new Sheet.Demanded(court.today()), it.state(), court.act());
    }

    /** To the court, when it was demanded in vain and can no longer be challenged, within three months (Compulsion Law, Art. 53). */
    public static Change<SheetFiled<Sheet.EnforcementRequested>> requestEnforcement(PenaltyProceeding it, Court court) {
        served(it, "ask the court to enforce");
        refuseWhileChallenged(it);
        LocalDate today = court.today();
        LocalDate demanded = it.dossier()
                .demandRunsFrom()
                .orElseThrow(() -> Refusal.conflict("proceeding.demand-missing", "Payment was not demanded yet"));
        refuseUntil(court.lastDay("demand", demanded), today, "proceeding.demand-period-running");
        LocalDate challengeable = ChallengeMoves.lastDay(it, court);
        refuseUntil(challengeable, today, "proceeding.challenge-period-running");
        LocalDate latest = court.lastDay("court-enforcement", challengeable);
        if (today.isAfter(latest)) {
            throw Refusal.conflict("proceeding.enforcement-too-late", "The court could be asked until " + latest);
        }
        return it.file(new Sheet.EnforcementRequested(today), it.state(), court.act());
    }

    private static void refuseIfNothingIsDue(Bill bill) {
        if (bill.parts().isEmpty()) {
            throw Refusal.conflict("proceeding.nothing-due", "All that was due is paid");
        }
    }

    private static void refuseUntil(LocalDate last, LocalDate today, String code) {
        if (!today.isAfter(last)) {
            throw Refusal.conflict(code, "The operator has time until " + last);
        }
    }

    private static void refuseWhileChallenged(PenaltyProceeding it) {
        if (it.dossier().challengePending()) {
            throw Refusal.conflict("proceeding.challenge-pending", "A challenge is pending");
        }
    }

    private static Served served(PenaltyProceeding it, String move) {
        if (it.state() instanceof Served served && served.decision().amount().minor() > 0) {
            return served;
        }
        throw it.refused(move);
    }

    /** For reading: what is still to be paid, if anything. */
    public static Optional<Bill> open(PenaltyProceeding it, RuleBook rules, LocalDate today) {
        return payable(it)
                .map(payable -> Bill.of(it.dossier(), payable.decision(), rules, today))
                .filter(bill -> !bill.parts().isEmpty());
    }
}
