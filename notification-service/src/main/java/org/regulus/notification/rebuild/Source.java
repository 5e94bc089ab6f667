package org.regulus.notification.rebuild;

import java.util.Arrays;
import java.util.Locale;
import org.regulus.common.problem.Refusal;

/** What the cases are made anew from. */
public enum Source {
    /** Everything that ever was. */
    LEDGER,
    /** What the topics still hold: as much as their retention. */
    KAFKA;

    /** @throws Refusal INVALID {@code rebuild.source} */
    public static Source of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("rebuild.source", "From ledger or from kafka"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
