package org.regulus.sanctions.penalty;

import java.util.Arrays;
import java.util.Optional;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** How a proceeding can be decided (Penalty Law, Art. 57). */
public enum Outcome {
    FINE("fine"),
    WARNING("warning"),
    /** None of these, for instance a suspension. */
    OTHER_PENALTY("other-penalty"),
    NO_PENALTY("no-penalty");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code.equals(code))
                .findFirst();
    }

    /** The kind of penalty that this outcome names, if any. */
    public Optional<PenaltyKind> kind() {
        return switch (this) {
            case FINE -> Optional.of(PenaltyKind.FINE);
            case WARNING -> Optional.of(PenaltyKind.WARNING);
            case OTHER_PENALTY, NO_PENALTY -> Optional.empty();
        };
    }
}
