package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;

/** What an officer wants to propose, before it was held against the law. */
public record ProposalTerms(String provision, LocalDate actOn, PenaltyKind kind, Money amount, String facts) {

    /**
     * @throws Refusal INVALID with every flaw at once; its code is that of the flaw when there is just one, else
     *     {@code proceeding.invalid}
     */
    Proposal under(RuleBook rules, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>();
        if (actOn.isAfter(today)) {
            flaws.add(new Flaw("/actOn", "proceeding.act-in-future", "The act lies after today, " + today));
        }
        Optional<Provision> inForce = rules.provision(provision, actOn);
        if (!rules.knows(provision)) {
            flaws.add(new Flaw("/provision", "proceeding.provision-unknown", "There is no provision " + provision));
        } else if (inForce.isEmpty()) {
            flaws.add(new Flaw(
                    "/provision",
                    "proceeding.provision-not-in-force",
                    "%s was not law on %s, the day of the act".formatted(provision, actOn)));
        }
        inForce.ifPresent(law -> flaws.addAll(flawsUnder(law)));
        if (!flaws.isEmpty()) {
            throw refusal(flaws);
        }
        return new Proposal(inForce.orElseThrow(), actOn, kind, amount, facts);
    }

    private List<Flaw> flawsUnder(Provision law) {
        List<Flaw> flaws = new ArrayList<>();
        if (!law.allows(kind)) {
            flaws.add(new Flaw(
                    "/kind", "proceeding.kind-not-allowed", "%s allows no %s".formatted(law.article(), kind.code())));
        }
        if (!amount.sameCurrencyAs(law.most())) {
            flaws.add(new Flaw(
                    "/currency",
                    "proceeding.currency-differs",
                    "%s is in %s".formatted(law.article(), law.most().currency())));
        } else if (kind == PenaltyKind.FINE && !law.allows(amount)) {
            flaws.add(outOfRange(law, amount));
        }
        if (kind == PenaltyKind.WARNING && amount.minor() != 0) {
            flaws.add(new Flaw("/amountMinor", "proceeding.warning-has-amount", "A warning costs nothing"));
        }
        return flaws;
    }

    static Flaw outOfRange(Provision law, Money amount) {
        return new Flaw(
                "/amountMinor",
                "proceeding.amount-out-of-range",
                "%s allows from %s to %s, not %s".formatted(law.article(), law.least(), law.most(), amount));
    }

    static Refusal refusal(List<Flaw> flaws) {
        return flaws.size() == 1
                ? Refusal.invalid(flaws.get(0).code(), flaws.get(0).detail(), flaws)
                : Refusal.invalid("proceeding.invalid", "There are %d flaws".formatted(flaws.size()), flaws);
    }
}
