package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.RuleBook;

/** The limits of one proceeding as they are counted, each by the procedure of the day from which it runs. */
final class RunningClocks {

    private final PenaltyProceeding it;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final List<Clock> running = new ArrayList<>();

    RunningClocks(PenaltyProceeding it, RuleBook rules, RegulatorCalendar calendar) {
        this.it = it;
        this.rules = rules;
        this.calendar = calendar;
    }

    List<Clock> all() {
        return running;
    }

    void add(Clock clock) {
        running.add(clock);
    }

    Optional<LocalDate> lastDay(String code, LocalDate from) {
        return limit(code, from).map(limit -> limit.lastDay(from, calendar));
    }

    void run(String code, LocalDate from) {
        run(code, Optional.empty(), from);
    }

    void run(String code, Optional<Integer> penalty, LocalDate from) {
        limit(code, from).ifPresent(limit -> add(limit, penalty, limit.lastDay(from, calendar), counted(limit, from)));
    }

    Optional<Limit> limit(String code, LocalDate from) {
        return rules.procedure(RuleBook.HOME, from).flatMap(procedure -> procedure.limit(code));
    }

    static String counted(Limit limit, LocalDate from) {
        return "%d %s after %s, which is not counted"
                .formatted(limit.period().length(), limit.period().unit().code(), from);
    }

    void add(Limit limit, LocalDate lastDay, String basis) {
        add(limit, Optional.empty(), lastDay, basis);
    }

    /** What is not about the operator's own fine carries the number of the penalty, or of the first that hits that person. */
    void add(Limit limit, Optional<Integer> penalty, LocalDate lastDay, String basis) {
        Provenance why = limit.period().provenance();
        String code = penalty.map(number -> limit.code() + "-" + number).orElse(limit.code());
        running.add(new Clock(it.id().value(), code, limit.by(), lastDay, basis, limit.otherwise(), why));
    }
}
