package org.regulus.inspection.schedule;

import java.util.Locale;
import org.regulus.common.problem.Refusal;

/** A proposal from its order to its publication. It is a working paper: nothing is announced of it before the interviews are. */
public enum Proposal {
    WAITING,
    SOLVING,
    READY,
    FAILED,
    PUBLISHED;

    /** Also again: who solved it may have crashed. */
    public Proposal begin() {
        return only(this == WAITING || this == SOLVING, "solve", SOLVING);
    }

    public Proposal finish() {
        return only(this == SOLVING, "finish", READY);
    }

    /** It could not be made; who wants one orders another. */
    public Proposal fail() {
        return only(this == SOLVING, "give up", FAILED);
    }

    public Proposal adjust() {
        return only(this == READY, "adjust", READY);
    }

    /** Also again: for those interviews that met a conflict. */
    public Proposal publish() {
        return only(this == READY || this == PUBLISHED, "publish", PUBLISHED);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Proposal of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Proposal only(boolean allowed, String move, Proposal next) {
        if (!allowed) {
            throw Refusal.conflict(
                    "schedule.move-not-allowed", "Cannot %s a proposal that is %s".formatted(move, word()));
        }
        return next;
    }
}
