package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.regulus.sanctions.penalty.Sheet.CarriedOut;
import org.regulus.sanctions.penalty.Sheet.PartPaid;
import org.regulus.sanctions.penalty.Sheet.PersonPaid;
import org.regulus.sanctions.penalty.Sheet.TermEnded;

/** How far a decision is carried out, penalty by penalty. The proceeding is over with the last of them. */
public record Execution(Dossier dossier, Decision decision) {

    /** Of one penalty. */
    public enum Stage {
        OPEN,
        /** Its term runs. */
        RUNNING,
        DONE
    }

    public Stage of(int number) {
        Penalty penalty = decision.penalties().number(number).orElseThrow();
        if (penalty.isFine()) {
            return isPaid(penalty, number) ? Stage.DONE : Stage.OPEN;
        }
        if (!penalty.isToCarryOut()) {
            return Stage.DONE;
        }
        if (carriedOut(number).isEmpty()) {
            return Stage.OPEN;
        }
        return penalty.days().isEmpty() || isEnded(number) ? Stage.DONE : Stage.RUNNING;
    }

    boolean isOver() {
        return IntStream.rangeClosed(1, decision.penalties().all().size()).allMatch(number -> of(number) == Stage.DONE);
    }

    /** When the operator's fine was paid; empty while it is open, and when there is none. */
    public Optional<LocalDate> paidOn() {
        return Optional.of(decision)
                .filter(decided -> decided.amount().minor() > 0
                        && Bill.open(dossier, decided).isEmpty())
                .flatMap(decided -> dossier.last(PartPaid.class))
                .map(PartPaid::paidOn);
    }

    public Optional<CarriedOut> carriedOut(int number) {
        return dossier.all(CarriedOut.class).stream()
                .filter(sheet -> sheet.penalty() == number)
                .findFirst();
    }

    private boolean isPaid(Penalty fine, int number) {
        return fine.person().isEmpty()
                ? Bill.open(dossier, decision).isEmpty()
                : dossier.all(PersonPaid.class).stream().anyMatch(sheet -> sheet.penalty() == number);
    }

    private boolean isEnded(int number) {
        return dossier.all(TermEnded.class).stream().anyMatch(sheet -> sheet.penalty() == number);
    }
}
