package org.regulus.filing.jurisdiction;

import java.util.Set;

/** Whether it is settled whose case it is. A state has a method for each exit; an exit without a method does not exist. */
public sealed interface JurisdictionState {

    record Settled() implements JurisdictionState {
        TransferProposed propose(String to, String by) {
            return new TransferProposed(to, by);
        }
    }

    /**
     * @param to the authority that would hold the case
     * @param by who proposes it: the holder, or {@code to} itself, which claims the case
     */
    record TransferProposed(String to, String by) implements JurisdictionState {
        Settled settle() {
            return new Settled();
        }

        Disputed dispute(String superior) {
            return new Disputed(to, superior);
        }
    }

    /** @param superior the common superior of both, which designates one */
    record Disputed(String to, String superior) implements JurisdictionState {
        Settled designate() {
            return new Settled();
        }
    }

    /** Those who read the case for the sake of the procedure. */
    default Set<String> parties() {
        if (this instanceof TransferProposed proposed) {
            return Set.of(proposed.to());
        }
        return this instanceof Disputed disputed ? Set.of(disputed.to(), disputed.superior()) : Set.of();
    }

    /** The state as it stands in the API and in the database. */
    default String word() {
        if (this instanceof TransferProposed) {
            return "transfer-proposed";
        }
        return this instanceof Disputed ? "disputed" : "settled";
    }
}
