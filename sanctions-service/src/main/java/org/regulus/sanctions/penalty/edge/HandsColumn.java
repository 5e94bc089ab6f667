package org.regulus.sanctions.penalty.edge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.Hands;

/**
 * The officers, as their tokens name them.
 *
 * @param investigators null in what was stored before they were noted
 */
record HandsColumn(
        List<String> investigators,
        List<String> proposers,
        List<String> reviewers,
        List<String> chairs,
        List<String> recused) {

    static HandsColumn of(Hands hands) {
        return new HandsColumn(
                values(hands.investigators()),
                values(hands.proposers()),
                values(hands.reviewers()),
                values(hands.chairs()),
                values(hands.recused()));
    }

    Hands toDomain() {
        return new Hands(
                investigators == null ? Set.of() : officers(investigators),
                officers(proposers),
                officers(reviewers),
                officers(chairs),
                officers(recused));
    }

    private static List<String> values(Set<OfficerId> officers) {
        return officers.stream().map(OfficerId::value).sorted().toList();
    }

    private static Set<OfficerId> officers(List<String> values) {
        return values.stream().map(OfficerId::new).collect(Collectors.toSet());
    }
}
