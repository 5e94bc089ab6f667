package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.regulus.sanctions.penalty.Sheet.CarriedOut;
import org.regulus.sanctions.penalty.Sheet.TermEnded;

/** How far a decision is carried out, penalty by penalty. The proceeding is over with the last of them. */
public record Execution(Dossier dossier, Decision decision) {

    /** Of one penalty. */
    public enum Stage {
        OPEN,
        /** Its term runs. */
        RUNNING,
        DONE,
        /** A challenge took it back. */
        LIFTED
    }

    public Stage of(int number) {
        Penalty penalty = decision.penalties().number(number).orElseThrow();
        if (penalty.isLifted()) {
            return Stage.LIFTED;
        }
        if (penalty.isFine()) {
            return Account.of(dossier, decision, number).orElseThrow().isPaid() ? Stage.DONE : Stage.OPEN;
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
        return IntStream.rangeClosed(1, decision.penalties().all().size())
                .mapToObj(this::of)
                .allMatch(stage -> stage == Stage.DONE || stage == Stage.LIFTED);
    }

    /** When the operator's fine was paid; empty while it is open, and when there is none. */
    public Optional<LocalDate> paidOn() {
        return Account.own(dossier, decision).filter(Account::isPaid).flatMap(Account::lastPaidOn);
    }

    public Optional<CarriedOut> carriedOut(int number) {
        return dossier.all(CarriedOut.class).stream()
                .filter(sheet -> sheet.penalty() == number)
                .findFirst();
    }

    /** The last day of a term that began: a challenge may have made it shorter since. */
    public Optional<LocalDate> until(int number) {
        return carriedOut(number).flatMap(begun -> decision.penalties()
                .number(number)
                .flatMap(Penalty::days)
                .map(begun.on()::plusDays));
    }

    private boolean isEnded(int number) {
        return dossier.all(TermEnded.class).stream().anyMatch(sheet -> sheet.penalty() == number);
    }
}
