package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Sheet.CarriedOut;
import org.regulus.sanctions.penalty.Sheet.TermEnded;
import org.regulus.sanctions.penalty.Standing.Served;

/** Penalties other than words and fines: each is carried out, and one with a term also ends. */
public final class MeasureMoves {

    private MeasureMoves() {}

    public static Change<SheetFiled<CarriedOut>> carryOut(PenaltyProceeding it, int number, LocalDate on, Court court) {
        Decision decision = served(it, "carry out a penalty in");
        Penalty penalty = named(decision, number, Penalty::isToCarryOut);
        Execution execution = new Execution(it.dossier(), decision);
        if (execution.of(number) != Stage.OPEN) {
            throw Refusal.conflict("proceeding.carried-out", "%s is carried out already".formatted(penalty));
        }
        LocalDate served = PaperMoves.decisionServedOn(it, decision.penalties().partyOf(number));
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
        LocalDate until = execution.until(number).orElseThrow();
        if (on.isBefore(until)) {
            throw Refusal.conflict("proceeding.term-running", "The term runs until " + until);
        }
        refuseUnlessBetween(until, on, court);
        return it.file(new TermEnded(number, penalty.kind(), on), it.state(), court.act());
    }

    private static Penalty named(Decision decision, int number, Predicate<Penalty> kind) {
        return decision.penalties().number(number).filter(kind).orElseThrow(() -> Penalties.unknown(number));
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
