package org.regulus.sanctions.ruleset;

import java.util.Arrays;
import java.util.Optional;

/** What may be imposed (Penalty Law, Art. 9), from the lightest to the gravest: the choice between two laws compares by it. */
public enum PenaltyKind {
    WARNING("warning"),
    PUBLIC_CRITICISM("public-criticism"),
    FINE("fine"),
    CONFISCATION("confiscation"),
    SUSPENSION("suspension"),
    DOWNGRADE("licence-downgrade"),
    OCCUPATION_BAN("occupation-ban"),
    CLOSURE("closure"),
    REVOCATION("licence-revocation");

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
