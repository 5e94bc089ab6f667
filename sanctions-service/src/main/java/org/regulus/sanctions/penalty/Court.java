package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.RuleBook;

/** The circumstances of a move: who acts and when, and the law and the calendar of that day. */
public record Court(Act act, RuleBook rules, RegulatorCalendar calendar) {

    Instant at() {
        return act.at();
    }

    LocalDate today() {
        return calendar.dateOf(act.at());
    }

    ProcedureRules procedure() {
        return rules.procedureOn(today());
    }

    /** The last day of a limit, by the rules of the day from which it runs. */
    LocalDate lastDay(String limit, LocalDate from) {
        return rules.procedureOn(from)
                .limit(limit)
                .orElseThrow(
                        () -> new IllegalStateException("The procedure of %s has no limit %s".formatted(from, limit)))
                .lastDay(from, calendar);
    }
}
