package org.regulus.sanctions.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;

/**
 * A document as the case would have it now.
 *
 * @param recused who has no part in the proceeding that it is of
 * @param addressee whom it is for beside the operator
 */
public record Draft(CaseSubject about, Map<String, String> facts, Set<OfficerId> recused, Addressee addressee) {

    /**
     * @param penalty the number of what a demand demands, or the first of what hits the person that a decision is for
     * @param person that person, as the decision calls it; empty: it is for the operator
     */
    public record Addressee(Optional<Integer> penalty, Optional<String> person) {
        public static final Addressee OPERATOR = new Addressee(Optional.empty(), Optional.empty());
    }

    public Draft(CaseSubject about, Map<String, String> facts, Set<OfficerId> recused) {
        this(about, facts, recused, Addressee.OPERATOR);
    }

    public Draft with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(facts);
        all.putAll(more);
        return new Draft(about, all, recused, addressee);
    }
}
