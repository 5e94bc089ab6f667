package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Payable;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.penalty.Sheet.CarriedOut;
import org.regulus.sanctions.penalty.Sheet.Part;
import org.regulus.sanctions.penalty.Sheet.PersonPaid;
import org.regulus.sanctions.penalty.Sheet.TermEnded;
import org.regulus.sanctions.ruleset.RuleBook;

/** Penalties other than words and the operator's fine: each is carried out, one with a term also ends; a person pays in one sum. */
public final class MeasureMoves {

    private MeasureMoves() {}

    public static Change<SheetFiled<CarriedOut>> carryOut(PenaltyProceeding it, int number, LocalDate on, Court court) {
        Decision decision = served(it, "carry out a penalty in");
        Penalty penalty = named(decision, number, Penalty::isToCarryOut);
        Execution execution = new Execution(it.dossier(), decision);
        if (execution.of(number) != Stage.OPEN) {
            throw Refusal.conflict("proceeding.carried-out", "%s is carried out already".formatted(penalty));
        }
        LocalDate served = it.dossier().last(Sheet.Served.class).orElseThrow().effectiveOn();
        refuseUnlessBetween(served, on, court);
        Optional<LocalDate> until = penalty.days().map(on::plusDays);
        return it.file(new CarriedOut(number, penalty.kind(), on, until), it.state(), court.act());
    }

    /** On its last day or later: a term is never cut short here; what shortens it is a challenge or a revocation. */
    public static Change<SheetFiled<TermEnded>> end(PenaltyProceeding it, int number, LocalDate on, Court court) {
        Decision decision = served(it, "end a penalty in");
        Penalty penalty = named(decision, number, one -> one.days().isPresent());
        Execution execution = new Execution(it.dossier(), decision);
        if (execution.of(number) != Stage.RUNNING) {
            throw Refusal.conflict("proceeding.term-not-running", "The term of %s does not run".formatted(penalty));
        }
        LocalDate until =
                execution.carriedOut(number).flatMap(CarriedOut::until).orElseThrow();
        if (on.isBefore(until)) {
            throw Refusal.conflict("proceeding.term-running", "The term runs until " + until);
        }
        refuseUnlessBetween(until, on, court);
        return it.file(new TermEnded(number, penalty.kind(), on), it.state(), court.act());
    }

    /** A fine on a person, with the surcharge of its own days. */
    public static Change<SheetFiled<PersonPaid>> pay(
            PenaltyProceeding it, int number, Money paid, LocalDate paidOn, Court court) {
        if (!(it.state() instanceof Payable payable)) {
            throw it.refused("pay");
        }
        Decision decision = payable.decision();
        Penalty fine =
                named(decision, number, one -> one.isFine() && one.person().isPresent());
        if (new Execution(it.dossier(), decision).of(number) == Stage.DONE) {
            throw Refusal.conflict("proceeding.nothing-due", "It is paid");
        }
        ExecutionMoves.refuseUnlessPayable(decision, paidOn, court);
        Bill.Amount amount =
                bill(it, decision, fine, court.rules(), court.today()).settledBy(paid, paidOn);
        return it.file(new PersonPaid(number, amount.fine(), amount.surcharge(), paidOn), it.state(), court.act());
    }

    private static Bill bill(PenaltyProceeding it, Decision decision, Penalty fine, RuleBook rules, LocalDate today) {
        Part part = new Part(fine.sum().orElseThrow(), decision.payUntil().orElseThrow());
        return Bill.of(List.of(part), it.dossier(), rules, today);
    }

    /** For reading: what a person still has to pay, by the number of its fine. */
    public static Optional<Bill> open(PenaltyProceeding it, int number, RuleBook rules, LocalDate today) {
        return it.state() instanceof Payable payable
                ? payable.decision()
                        .penalties()
                        .number(number)
                        .filter(fine -> fine.isFine() && fine.person().isPresent())
                        .filter(fine -> new Execution(it.dossier(), payable.decision()).of(number) == Stage.OPEN)
                        .map(fine -> bill(it, payable.decision(), fine, rules, today))
                : Optional.empty();
    }

    private static Penalty named(Decision decision, int number, Predicate<Penalty> kind) {
        return decision.penalties()
                .number(number)
                .filter(kind)
                .orElseThrow(() -> ProposalTerms.refusal(List.of(new Flaw(
                        "/penalty", "proceeding.penalty-unknown", "No penalty of that kind has number " + number))));
    }

    private static Decision served(PenaltyProceeding it, String move) {
        if (it.state() instanceof Served served) {
            return served.decision();
        }
        throw it.refused(move);
    }

    private static void refuseUnlessBetween(LocalDate first, LocalDate on, Court court) {
        if (on.isBefore(first) || on.isAfter(court.today())) {
            throw ProposalTerms.refusal(
                    List.of(new Flaw("/on", "proceeding.execution-date", "Between %s and today".formatted(first))));
        }
    }
}
