package org.regulus.sanctions.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What the law allows for an act.
 *
 * @param applied the provision that a fine follows: of several the one with the higher fine
 * @param alsoUnder the other provisions that the act breaches; they are kept, and their other kinds of penalty stay possible
 * @param range from the least to the most fine, after what must make it lighter
 * @param gates codes of the steps that a penalty at the most would have to pass
 */
public record Assessment(
        Verdict verdict,
        Optional<Provision> applied,
        List<Provision> alsoUnder,
        Set<PenaltyKind> kinds,
        Range range,
        List<String> gates,
        List<Step> steps) {

    /** Whether there is a penalty at all. */
    public enum Verdict {
        PENALTY("penalty"),
        MAY_NOT_PUNISH("may-not-punish"),
        MUST_NOT_PUNISH("must-not-punish"),
        NOT_PUNISHABLE("not-punishable"),
        TIME_BARRED("time-barred");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Empty when no fine is allowed. */
    public record Range(Optional<Money> least, Optional<Money> most) {
        static final Range NONE = new Range(Optional.empty(), Optional.empty());
    }

    public Assessment {
        alsoUnder = List.copyOf(alsoUnder);
        kinds = Set.copyOf(kinds);
        gates = List.copyOf(gates);
        steps = List.copyOf(steps);
    }
}
