package org.regulus.sanctions.penalty;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;

/**
 * Whose hands a proceeding has passed through. Who investigates and proposes, who reviews, who chairs the hearing and who decides are
 * different persons: also across returns, so that two persons cannot play several parts by turns. Who was recused plays none.
 */
public record Hands(
        Set<OfficerId> investigators,
        Set<OfficerId> proposers,
        Set<OfficerId> reviewers,
        Set<OfficerId> chairs,
        Set<OfficerId> recused) {

    public Hands {
        investigators = Set.copyOf(investigators);
        proposers = Set.copyOf(proposers);
        reviewers = Set.copyOf(reviewers);
        chairs = Set.copyOf(chairs);
        recused = Set.copyOf(recused);
    }

    /** @param investigators who made the order and who verified what was reported on it: they may propose as well */
    static Hands of(OfficerId proposer, Set<OfficerId> investigators) {
        return new Hands(investigators, Set.of(proposer), Set.of(), Set.of(), Set.of());
    }

    /** A case was filed, nothing is proposed yet. */
    static Hands filing(OfficerId officer, Set<OfficerId> investigators) {
        return new Hands(plus(investigators, officer), Set.of(), Set.of(), Set.of(), Set.of());
    }

    Hands investigatedBy(OfficerId officer) {
        refuseRecused(officer);
        return investigatedBy(Set.of(officer));
    }

    Hands investigatedBy(Set<OfficerId> officers) {
        Set<OfficerId> all = new HashSet<>(investigators);
        all.addAll(officers);
        return new Hands(all, proposers, reviewers, chairs, recused);
    }

    Hands proposedBy(OfficerId officer) {
        refuseIf(reviewers, officer, "propose", "reviewed");
        refuseIf(chairs, officer, "propose", "chaired the hearing of");
        refuseRecused(officer);
        return new Hands(investigators, plus(proposers, officer), reviewers, chairs, recused);
    }

    Hands reviewedBy(OfficerId officer) {
        refuseIf(investigators, officer, "review", "investigated");
        refuseIf(proposers, officer, "review", "proposed");
        refuseIf(chairs, officer, "review", "chaired the hearing of");
        refuseRecused(officer);
        return new Hands(investigators, proposers, plus(reviewers, officer), chairs, recused);
    }

    Hands chairedBy(OfficerId officer) {
        refuseIf(investigators, officer, "chair the hearing of", "investigated");
        refuseIf(proposers, officer, "chair the hearing of", "proposed");
        refuseIf(reviewers, officer, "chair the hearing of", "reviewed");
        refuseRecused(officer);
        return new Hands(investigators, proposers, reviewers, plus(chairs, officer), recused);
    }

    void decidedBy(OfficerId officer) {
        refuseIf(investigators, officer, "decide", "investigated");
        refuseIf(proposers, officer, "decide", "proposed");
        refuseIf(reviewers, officer, "decide", "reviewed");
        refuseIf(chairs, officer, "decide", "chaired the hearing of");
        refuseRecused(officer);
    }

    /** What became of a challenge is not entered by those whose proposal was challenged. */
    void resolvedBy(OfficerId officer) {
        refuseIf(proposers, officer, "enter what became of a challenge of", "proposed");
    }

    public void actedOnBy(OfficerId officer) {
        refuseRecused(officer);
    }

    Hands without(OfficerId officer) {
        return new Hands(investigators, proposers, reviewers, chairs, plus(recused, officer));
    }

    private void refuseRecused(OfficerId officer) {
        if (recused.contains(officer)) {
            throw Refusal.conflict("proceeding.recused", "You are recused from this proceeding");
        }
    }

    private static void refuseIf(Set<OfficerId> tainted, OfficerId officer, String move, String earlier) {
        if (tainted.contains(officer)) {
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
