package org.regulus.sanctions.ruleset;

import java.util.Arrays;
import java.util.Optional;

/** What may be imposed. Narrow for now: the other kinds of Penalty Law Art. 9 come with the provisions that need them. */
public enum PenaltyKind {
    FINE("fine"),
    WARNING("warning");

    private final String code;

    PenaltyKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PenaltyKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
