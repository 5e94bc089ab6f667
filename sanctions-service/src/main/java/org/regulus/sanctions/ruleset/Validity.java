package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.Optional;

/** From when until when a rule is law; both days included. */
public record Validity(LocalDate from, Optional<LocalDate> to) {

    public Validity {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "A rule cannot end (%s) before it begins (%s)".formatted(to.get(), from));
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean overlaps(Validity other) {
        return to.map(last -> !other.from.isAfter(last)).orElse(true)
                && other.to.map(last -> !from.isAfter(last)).orElse(true);
    }
}
