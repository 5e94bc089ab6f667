package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.ProcedureRules;

/** What must have happened before a penalty is decided, beside the hearing of the operator. */
final class DecisionGates {

    /** A collective discussion of two would be a talk. */
    static final int VOICES = 3;

    private DecisionGates() {}

    static void check(
            PenaltyProceeding it,
            ProcedureRules procedure,
            Decision decision,
            RegulatorCalendar calendar,
            LocalDate today) {
        if (it.gateDue(Gate.COLLECTIVE_DISCUSSION, procedure, decision.penalties())
                && !it.dossier().discussed(VOICES)) {
            throw Refusal.conflict(
                    "proceeding.discussion-missing",
                    "A penalty of this weight needs %d voices, most of them in favour (Art. 57)".formatted(VOICES));
        }
        decisionUntil(it, procedure, calendar).filter(today::isAfter).ifPresent(until -> {
            throw Refusal.conflict(
                    "proceeding.decision-limit-over", "It had to be decided by %s (Art. 60)".formatted(until));
        });
    }

    /** Empty where the procedure knows no limit, as that of 2019 does not. */
    static Optional<LocalDate> decisionUntil(
            PenaltyProceeding it, ProcedureRules procedure, RegulatorCalendar calendar) {
        Optional<LocalDate> extended =
                it.dossier().last(Sheet.DecisionExtended.class).map(Sheet.DecisionExtended::until);
        return extended.or(() -> procedure.limit("decision").flatMap(limit -> it.dossier()
                .last(Sheet.CaseFiled.class)
                .map(filed -> limit.lastDay(filed.on(), calendar))));
    }
}
