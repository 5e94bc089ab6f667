package org.regulus.sanctions.ruleset;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a provision is about.
 *
 * @param law the law it stands in, under a name that stays when the law is amended: by it the old and the new version are compared
 * @param conduct the duty that was breached
 * @param addressee whom it threatens
 */
public record Breach(String law, String conduct, Addressee addressee) {

    /** Whom a provision threatens; many laws have a heavier one for critical infrastructure and a lighter one for persons. */
    public enum Addressee {
        OPERATOR("operator"),
        CRITICAL_OPERATOR("critical-operator"),
        INDIVIDUAL("individual");

        private final String code;

        Addressee(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Addressee> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }
}
