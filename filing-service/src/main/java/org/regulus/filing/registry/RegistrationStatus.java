package org.regulus.filing.registry;

import java.util.Locale;
import org.regulus.common.problem.Refusal;

/** Where an operator stands with an authority. Who has ceased does not come back: its successor is another operator. */
public enum RegistrationStatus {
    ACTIVE,
    SUSPENDED,
    CEASED;

    /** @throws Refusal CONFLICT {@code registration.move-not-allowed} */
    public RegistrationStatus become(RegistrationStatus next) {
        if (this == CEASED || this == next) {
            throw Refusal.conflict(
                    "registration.move-not-allowed", "It is %s and cannot become %s".formatted(word(), next.word()));
        }
        return next;
    }

    /** As it stands in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal INVALID {@code registration.status-unknown} */
    public static RegistrationStatus of(String word) {
        for (RegistrationStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw Refusal.invalid("registration.status-unknown", "active, suspended or ceased, not " + word);
    }
}
