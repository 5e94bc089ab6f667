package org.regulus.sanctions.penalty.edge;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.assessment.edge.StepView;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Provision;

/** How a proposal was weighed: the facts as the law asks for them, the other provisions on the act, and the reasons. */
record WeighingColumn(
        String addressee,
        boolean refused,
        String consequence,
        List<String> circumstances,
        Long turnoverMinor,
        String currency,
        List<LawColumn> alsoUnder,
        LawColumn ofPerson,
        List<StepView> steps) {

    static WeighingColumn of(Proposal proposal) {
        Facts facts = proposal.weighed();
        return new WeighingColumn(
                facts.addressee().code(),
                facts.refused(),
                facts.consequence().code(),
                facts.circumstances().stream().sorted().toList(),
                facts.turnover().map(Money::minor).orElse(null),
                proposal.penalties().currency().getCurrencyCode(),
                proposal.alsoUnder().stream().map(LawColumn::of).toList(),
                proposal.laws().ofPerson().map(LawColumn::of).orElse(null),
                StepView.of(proposal.explanation()));
    }

    Facts facts() {
        return new Facts(
                Addressee.of(addressee).orElseThrow(),
                refused,
                Consequence.of(consequence).orElseThrow(),
                new TreeSet<>(circumstances),
                Optional.ofNullable(turnoverMinor).map(minor -> Money.of(minor, currency)));
    }

    List<Provision> others() {
        return alsoUnder.stream().map(LawColumn::toDomain).toList();
    }

    Optional<Provision> lawOfPerson() {
        return Optional.ofNullable(ofPerson).map(LawColumn::toDomain);
    }

    List<Step> explanation() {
        return steps.stream().map(StepView::toDomain).toList();
    }
}
