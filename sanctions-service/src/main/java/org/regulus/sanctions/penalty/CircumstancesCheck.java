package org.regulus.sanctions.penalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.assessment.Assessment.Verdict;
import org.regulus.sanctions.assessment.FineLimits;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;

/** What makes a penalty lighter, or forbids it (Art. 32, 33): of the operator, and of a person. */
final class CircumstancesCheck {

    private final ProposalTerms terms;
    private final Discretion discretion;
    private final List<Step> steps = new ArrayList<>();

    CircumstancesCheck(ProposalTerms terms, Discretion discretion) {
        this.terms = terms;
        this.discretion = discretion;
    }

    List<Flaw> flaws(ProcedureRules by, Provision law, boolean refused) {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> known = new TreeSet<>(discretion.vocabulary());
        by.gates().forEach(gate -> known.addAll(gate.when()));
        if (!known.containsAll(terms.weighing().circumstances())) {
            flaws.add(new Flaw("/circumstances", "proceeding.circumstance-unknown", "Known are " + known));
        }
        FineLimits limits = limits(law, refused);
        if (limits.verdict() == Verdict.MUST_NOT_PUNISH) {
            flaws.add(new Flaw(
                    "/circumstances",
                    "proceeding.must-not-punish",
                    "Under these circumstances there must be no penalty"));
        }
        flaws.addAll(notMitigated(limits, law, false));
        return flaws;
    }

    List<Flaw> flawsOfPerson(Provision law, boolean refused) {
        return notMitigated(limits(law, refused), law, true);
    }

    List<Step> steps() {
        return steps;
    }

    private FineLimits limits(Provision law, boolean refused) {
        FineLimits limits = FineLimits.of(law, terms.weighed(law, refused), discretion);
        steps.addAll(limits.steps());
        return limits;
    }

    private List<Flaw> notMitigated(FineLimits limits, Provision law, boolean ofPerson) {
        return terms.penalties().all().stream()
                .filter(penalty -> penalty.isFine() && penalty.person().isPresent() == ofPerson)
                .filter(penalty -> penalty.sum()
                        .filter(sum -> law.allows(sum, terms.weighing().turnover()))
                        .filter(sum ->
                                limits.range().most().filter(sum::isMoreThan).isPresent())
                        .isPresent())
                .map(penalty -> new Flaw(
                        terms.penalties().pointer(penalty, "amountMinor"),
                        "proceeding.amount-not-mitigated",
                        "Under these circumstances at most "
                                + limits.range().most().orElseThrow()))
                .toList();
    }
}
