package org.regulus.sanctions.penalty;

import java.util.Set;
import java.util.TreeSet;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;

/**
 * Whose hands a proceeding has passed through. Who ever proposed it neither reviews nor decides it, who ever reviewed it neither
 * proposes nor decides it: also across returns, so that two persons cannot play both parts by turns.
 */
public record Hands(Set<OfficerId> proposers, Set<OfficerId> reviewers) {

    public Hands {
        proposers = Set.copyOf(proposers);
        reviewers = Set.copyOf(reviewers);
    }

    static Hands of(OfficerId proposer) {
        return new Hands(Set.of(proposer), Set.of());
    }

    Hands proposedBy(OfficerId officer) {
        refuseIf(reviewers.contains(officer), "propose", "reviewed");
        return new Hands(plus(proposers, officer), reviewers);
    }

    Hands reviewedBy(OfficerId officer) {
        refuseIf(proposers.contains(officer), "review", "proposed");
        return new Hands(proposers, plus(reviewers, officer));
    }

    void decidedBy(OfficerId officer) {
        refuseIf(proposers.contains(officer), "decide", "proposed");
        refuseIf(reviewers.contains(officer), "decide", "reviewed");
    }

    private static void refuseIf(boolean tainted, String move, String earlier) {
        if (tainted) {
            throw Refusal.conflict(
                    "proceeding.same-person", "You cannot %s a penalty that you %s yourself".formatted(move, earlier));
        }
    }

    private static Set<OfficerId> plus(Set<OfficerId> officers, OfficerId officer) {
        Set<OfficerId> all = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        all.addAll(officers);
        all.add(officer);
        return all;
    }
}
