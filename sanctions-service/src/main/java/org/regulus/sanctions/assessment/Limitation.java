package org.regulus.sanctions.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.ProcedureRules;

/**
 * Until when an act may be found and still be punished (Penalty Law, Art. 36): longer where it did harm.
 *
 * @param last the last day
 */
public record Limitation(Limit limit, LocalDate actOn, LocalDate last) {

    /** Empty where the procedure knows none. */
    public static Optional<Limitation> of(
            ProcedureRules by, LocalDate actOn, Consequence consequence, RegulatorCalendar calendar) {
        Optional<Limit> longer = consequence == Consequence.NONE ? Optional.empty() : by.limit("limitation-safety");
        return longer.or(() -> by.limit("limitation"))
                .map(limit -> new Limitation(limit, actOn, limit.lastDay(actOn, calendar)));
    }

    public boolean isOver(LocalDate foundOn) {
        return foundOn.isAfter(last);
    }

    public Step explained(LocalDate foundOn) {
        return new Step(
                "limitation",
                "the act of %s may be pursued until %s: %s"
                        .formatted(actOn, last, isOver(foundOn) ? "over" : "in time"),
                "%s的行为，追责时效至%s止：%s".formatted(Chinese.day(actOn), Chinese.day(last), isOver(foundOn) ? "已过" : "未过"),
                limit.period().provenance());
    }
}
