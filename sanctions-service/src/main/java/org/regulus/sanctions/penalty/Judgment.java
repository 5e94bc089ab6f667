package org.regulus.sanctions.penalty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Sheet.Resolution;

/**
 * What became of a challenge, as it is told.
 *
 * @param penalty whose challenge it was, by a number of what hits that person; the operator's when empty
 * @param amount the fine that is left to it
 * @param changed what was changed beside that
 */
public record Judgment(Resolution outcome, Optional<Integer> penalty, Optional<Money> amount, List<Revision> changed) {

    public Judgment {
        changed = List.copyOf(changed);
    }

    /** Of the operator's challenge, about nothing but its fine. */
    public static Judgment of(Resolution outcome, Optional<Money> amount) {
        return new Judgment(outcome, Optional.empty(), amount, List.of());
    }

    /** What it makes of each penalty: revoked is all that hits the party. */
    List<Revision> revisions(Penalties before, Optional<Integer> party) {
        if ((outcome == Resolution.CHANGED) == (amount.isEmpty() && changed.isEmpty())) {
            throw flaw(
                    "/amountMinor", "proceeding.changed-amount", "What is changed, and only that, says what is left");
        }
        return switch (outcome) {
            case UPHELD -> List.of();
            case REVOKED -> before.of(party).stream().map(Revision::lifted).toList();
            case CHANGED -> all(before, party);
        };
    }

    private List<Revision> all(Penalties before, Optional<Integer> party) {
        List<Revision> all = new ArrayList<>(changed);
        amount.ifPresent(left -> all.add(new Revision(
                before.fineOf(party.flatMap(before::number).flatMap(Penalty::person))
                        .orElseThrow(() ->
                                flaw("/amountMinor", "proceeding.penalty-unknown", "No fine hits whoever challenged")),
                Revision.Becomes.LESS,
                amount,
                Optional.empty())));
        Set<Integer> seen = new HashSet<>();
        for (Revision revision : all) {
            String pointer = pointer(revision) + "/penalty";
            if (!before.of(party).contains(revision.penalty())) {
                throw flaw(pointer, "proceeding.penalty-unknown", "Nothing of that number hits whoever challenged");
            }
            if (!seen.add(revision.penalty())) {
                throw flaw(pointer, "proceeding.penalty-twice", "It is changed twice");
            }
        }
        return all;
    }

    Penalties applied(Penalties before, List<Revision> revisions) {
        Penalties after = before;
        for (Revision revision : revisions) {
            Penalty was = before.number(revision.penalty()).orElseThrow();
            after = after.with(revision.penalty(), revision.of(was, pointer(revision)));
        }
        return after;
    }

    private String pointer(Revision revision) {
        int place = changed.indexOf(revision);
        return place < 0 ? "/amountMinor" : "/penalties/" + place;
    }

    private static Refusal flaw(String pointer, String code, String detail) {
        return ProposalTerms.refusal(List.of(new Flaw(pointer, code, detail)));
    }
}
