package org.regulus.notification.ledger;

import java.util.Optional;

/**
 * The first place where a ledger is not what it was.
 *
 * @param position where an entry is wrong, or should stand and does not
 * @param eventId of the entry that is wrong, or null when none is there
 */
public record Fault(long position, String eventId, Kind kind, String what) {

    public enum Kind {
        /** The text, or a hash, is another than it was. */
        CHANGED,
        /** Id, type or authority beside the text do not say what the text says. */
        RELABELLED,
        DROPPED,
        SWAPPED,
        DUPLICATED,
        /** It does not follow the entry before it; see {@link #explainedBy}. */
        UNLINKED,
        HEAD_CHANGED,
        /** A stored node is not the hash of the leaves below it. */
        TREE_CHANGED,
        /** The ledger ends before a checkpoint that was signed: its end was cut off, or an older copy put in its place. */
        CUT_OFF,
        /** Signed checkpoint and entries disagree: the ledger was written anew before it. */
        FORKED,
        /** No key of ours signed this checkpoint. */
        FORGED
    }

    /**
     * What else the ledger holds.
     *
     * @param twin an earlier position with the same event, or null
     * @param follower the later position of the entry that should stand here, or null
     */
    public record Clues(Long twin, Long follower) {}

    static Optional<Fault> at(LedgerEntry entry, Kind kind, String what) {
        return Optional.of(new Fault(entry.position(), entry.labels().eventId(), kind, what));
    }

    /** Says what was done to an entry that does not follow the one before it. */
    public Fault explainedBy(Clues clues) {
        if (kind != Kind.UNLINKED) {
            return this;
        }
        if (clues.twin() != null) {
            return new Fault(position, eventId, Kind.DUPLICATED, "it is a copy of the entry at " + clues.twin());
        }
        if (clues.follower() != null) {
            return new Fault(
                    position,
                    eventId,
                    Kind.SWAPPED,
                    "it was put in the place of the entry that stands at " + clues.follower());
        }
        return new Fault(
                position, eventId, Kind.DROPPED, "the entry that it follows is missing here, or was written anew");
    }
}
