package org.regulus.sanctions.penalty;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Standing.Payable;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.ruleset.RuleBook;

/** How fines are paid, each by itself, in whole or in parts: the operator's where a request names none, or that of a person. */
public final class PaymentMoves {

    /** Who pays later than that does not pay. */
    private static final int INSTALMENT_YEARS = 10;

    private PaymentMoves() {}

    public static Change<SheetFiled<Sheet.InstalmentsRequested>> requestInstalments(
            PenaltyProceeding it, Optional<Integer> penalty, String reason, Court court) {
        Account account = served(it, penalty, "ask for instalments in");
        refuseIfNothingIsDue(account);
        return it.file(new Sheet.InstalmentsRequested(reason, account.name()), it.state(), court.act());
    }

    /** On application (Art. 66): the parts are the whole fine, in order of their days. */
    public static Change<SheetFiled<Sheet.InstalmentsGranted>> grantInstalments(
            PenaltyProceeding it, Optional<Integer> penalty, List<Sheet.Part> parts, Court court) {
        Account account = served(it, penalty, "grant instalments in");
        if (!account.instalmentsRequested()) {
            throw Refusal.conflict("proceeding.instalments-not-requested", "Nobody asked for instalments of that fine");
        }
        it.hands().actedOnBy(court.act().officer());
        LocalDate before = court.today();
        boolean inOrder = true;
        for (Sheet.Part part : parts) {
            inOrder &= part.dueOn().isAfter(before);
            before = part.dueOn();
        }
        boolean inTime = !before.isAfter(court.today().plusYears(INSTALMENT_YEARS));
        if (!account.isUntouched() || !inTime || !comeTo(account.amount(), parts) || !inOrder) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/parts",
                    "proceeding.instalments-invalid",
                    "Before anything is paid, parts in order of their days after today, within %d years, that come to %s"
                            .formatted(INSTALMENT_YEARS, account.amount()))));
        }
        return it.file(new Sheet.InstalmentsGranted(parts, account.name()), it.state(), court.act());
    }

    /** Added up without the bounds of an amount: parts that exceed them come to something else. */
    private static boolean comeTo(Money whole, List<Sheet.Part> parts) {
        BigInteger sum = parts.stream()
                .map(part -> BigInteger.valueOf(part.amount().minor()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return sum.equals(BigInteger.valueOf(whole.minor()));
    }

    /** The whole that is open, or, of instalments, the next ones; each with its surcharge. */
    public static Change<? extends PenaltyEvent> pay(
            PenaltyProceeding it, Optional<Integer> penalty, Money paid, LocalDate paidOn, Court court) {
        Account account = payable(it, penalty, "pay");
        Bill.Amount amount = settled(account, paid, paidOn, court);
        if (amount.parts() < account.open().size()) {
            return it.file(partPaid(account, amount, paidOn), it.state(), court.act());
        }
        return account.name()
                .<Change<? extends PenaltyEvent>>map(number -> it.file(
                        new Sheet.PersonPaid(number, amount.fine(), amount.surcharge(), paidOn),
                        it.state(),
                        court.act()))
                .orElseGet(() -> payAll(it, partPaid(account, amount, paidOn), court));
    }

    /** What a payment is, exactly. */
    private static Bill.Amount settled(Account account, Money paid, LocalDate paidOn, Court court) {
        LocalDate decidedOn = court.calendar().dateOf(account.decision().at());
        if (paidOn.isAfter(court.today()) || paidOn.isBefore(decidedOn)) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/paidOn", "proceeding.payment-date", "A fine is paid between its decision and today")));
        }
        refuseIfNothingIsDue(account);
        return account.bill(court.rules(), court.today()).settledBy(paid, paidOn);
    }

    private static Sheet.PartPaid partPaid(Account account, Bill.Amount amount, LocalDate paidOn) {
        return new Sheet.PartPaid(amount.fine(), amount.surcharge(), amount.parts(), paidOn, account.name());
    }

    /** The operator's last part, with its sheet and the one event that the fine is paid. It stays where it is while other penalties are open. */
    private static Change<PenaltyPaid> payAll(PenaltyProceeding it, Sheet.PartPaid last, Court court) {
        Payable payable = (Payable) it.state();
        PenaltyProceeding paid = it.file(last, it.state(), court.act()).proceeding();
        return new Change<>(
                paid.at(afterPayment(payable, paid.dossier(), last.paidOn(), court)),
                new PenaltyPaid(payable.decision(), court.at()));
    }

    static ProceedingState afterPayment(Payable payable, Dossier dossier, LocalDate paidOn, Court court) {
        return new Execution(dossier, payable.decision()).isOver() ? payable.pay(paidOn, court.at()) : payable;
    }

    private static void refuseIfNothingIsDue(Account account) {
        if (account.isPaid()) {
            throw Refusal.conflict("proceeding.nothing-due", "All that was due is paid");
        }
    }

    private static Account served(PenaltyProceeding it, Optional<Integer> penalty, String move) {
        if (!(it.state() instanceof Served)) {
            throw it.refused(move);
        }
        return payable(it, penalty, move);
    }

    /** The fine that a request names, or the operator's. */
    private static Account payable(PenaltyProceeding it, Optional<Integer> penalty, String move) {
        if (!(it.state() instanceof Payable payable)) {
            throw it.refused(move);
        }
        return penalty.map(number -> Account.of(it.dossier(), payable.decision(), number)
                        .orElseThrow(() -> Penalties.unknown(number)))
                .orElseGet(() -> Account.own(it.dossier(), payable.decision()).orElseThrow(() -> it.refused(move)));
    }

    /** For reading: what is still to be paid of the operator's fine, if anything. */
    public static Optional<Bill> open(PenaltyProceeding it, RuleBook rules, LocalDate today) {
        return it.state() instanceof Payable payable
                ? Account.own(it.dossier(), payable.decision()).flatMap(own -> open(own, rules, today))
                : Optional.empty();
    }

    /** For reading: what a person still has to pay, by the number of its fine. */
    public static Optional<Bill> open(PenaltyProceeding it, int number, RuleBook rules, LocalDate today) {
        return it.state() instanceof Payable payable
                ? Account.of(it.dossier(), payable.decision(), number)
                        .filter(account -> account.name().isPresent())
                        .flatMap(account -> open(account, rules, today))
                : Optional.empty();
    }

    private static Optional<Bill> open(Account account, RuleBook rules, LocalDate today) {
        return account.isPaid() ? Optional.empty() : Optional.of(account.bill(rules, today));
    }
}
