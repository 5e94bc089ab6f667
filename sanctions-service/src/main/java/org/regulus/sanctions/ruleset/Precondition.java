package org.regulus.sanctions.ruleset;

import java.util.Arrays;
import java.util.Optional;

/**
 * What must have happened before a provision's penalty is allowed, from the first breach to the gravest. That a refusal to rectify comes
 * first is true of Order 11 Art. 22 and not of every law, so it is a property of the provision.
 */
public enum Precondition {
    NONE("none", false, Consequence.NONE),
    REFUSAL("refusal", true, null),
    REFUSAL_OR_HARM("refusal-or-harm", true, Consequence.HARM),
    REFUSAL_OR_SERIOUS("refusal-or-serious", true, Consequence.SERIOUS),
    SERIOUS("serious", false, Consequence.SERIOUS),
    PARTICULARLY_SERIOUS("particularly-serious", false, Consequence.PARTICULARLY_SERIOUS);

    /** How grave what followed from the act was. */
    public enum Consequence {
        NONE("none"),
        HARM("harm"),
        SERIOUS("serious"),
        PARTICULARLY_SERIOUS("particularly-serious");

        private final String code;

        Consequence(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Consequence> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    private final String code;
    private final boolean byRefusal;
    private final Consequence least;

    Precondition(String code, boolean byRefusal, Consequence least) {
        this.code = code;
        this.byRefusal = byRefusal;
        this.least = least;
    }

    public String code() {
        return code;
    }

    /** Whether nothing but a refusal to rectify fulfils it. */
    public boolean isRefusalOnly() {
        return least == null;
    }

    public boolean mentionsRefusal() {
        return byRefusal;
    }

    public boolean holds(boolean refused, Consequence consequence) {
        return byRefusal && refused || least != null && consequence.compareTo(least) >= 0;
    }

    public static Precondition of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown precondition: " + code));
    }
}
