package org.regulus.filing.registry;

import java.util.Locale;
import java.util.Set;
import org.regulus.common.problem.Refusal;

/** Where the import of a register stands. */
public enum ImportState {
    WAITING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private Set<ImportState> exits() {
        return switch (this) {
            case WAITING -> Set.of(RUNNING, CANCELLED);
            case RUNNING -> Set.of(RUNNING, COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> Set.of();
        };
    }

    /** Running again is what happens when another instance takes it up. */
    public ImportState become(ImportState next) {
        if (!exits().contains(next)) {
            throw Refusal.conflict(
                    "import.move-not-allowed", "It is %s and cannot become %s".formatted(word(), next.word()));
        }
        return next;
    }

    public boolean isOver() {
        return exits().isEmpty();
    }

    /** As it stands in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
