package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Execution;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.Penalty;

/**
 * One penalty of a proposal or decision.
 *
 * @param number by which its steps name it
 * @param stage open, running, done, or lifted by a challenge; null before the decision, and when it was taken back
 * @param until the last day of its term, once that runs
 * @param owed what a person has still to pay today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PenaltyView(
        int number,
        String kind,
        Long amountMinor,
        Integer days,
        String thing,
        String person,
        String stage,
        LocalDate until,
        OwedView owed) {

    static List<PenaltyView> proposed(Penalties penalties) {
        return all(penalties, Optional.empty(), number -> null);
    }

    static List<PenaltyView> all(Penalties penalties, Optional<Execution> execution, IntFunction<OwedView> owed) {
        List<Penalty> all = penalties.all();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(number -> of(all.get(number - 1), number, execution, owed.apply(number)))
                .toList();
    }

    private static PenaltyView of(Penalty penalty, int number, Optional<Execution> execution, OwedView owed) {
        return new PenaltyView(
                number,
                penalty.kind().code(),
                penalty.sum().map(Money::minor).orElse(null),
                penalty.days().orElse(null),
                penalty.thing().orElse(null),
                penalty.person().orElse(null),
                execution.map(how -> Codes.of(how.of(number))).orElse(null),
                execution.flatMap(how -> how.until(number)).orElse(null),
                owed);
    }
}
