package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Sheet.Part;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.SurchargeRule.Pause;
import org.regulus.sanctions.ruleset.SurchargeRule.Surcharge;

/**
 * What is still to be paid, exactly: the parts in order, each with the surcharge of its own days.
 *
 * @param parts that are not paid yet
 * @param lateUnder empty before the decision was served: then no day is late
 * @param pauses days that do not count, because a challenge was pending
 */
public record Bill(List<Part> parts, Optional<RuleBook> lateUnder, List<Pause> pauses) {

    public record Amount(Money fine, Money surcharge, int parts) {
        public Money total() {
            return fine.plus(surcharge);
        }

        Amount plus(Amount other) {
            return new Amount(fine.plus(other.fine), surcharge.plus(other.surcharge), parts + other.parts);
        }
    }

    /** What the first {@code count} open parts come to when paid on that day. */
    public Amount first(int count, LocalDate paidOn) {
        return parts.subList(0, count).stream()
                .map(part -> on(part, paidOn))
                .reduce(Amount::plus)
                .orElseThrow();
    }

    public Amount all(LocalDate paidOn) {
        return first(parts.size(), paidOn);
    }

    private Amount on(Part part, LocalDate paidOn) {
        Money surcharge = surcharge(part, paidOn)
                .map(Surcharge::amount)
                .orElse(Money.none(part.amount().currency()));
        return new Amount(part.amount(), surcharge, 1);
    }

    /** By the rule of the day on which the part is due: its late days are the days after. */
    public Optional<Surcharge> surcharge(Part part, LocalDate on) {
        return lateUnder.map(
                rules -> rules.procedureOn(part.dueOn()).surcharge().on(on, part.amount(), part.dueOn(), pauses));
    }

    /**
     * Which whole number of parts an amount settles.
     *
     * @throws Refusal INVALID {@code proceeding.payment-differs}
     */
    Amount settledBy(Money paid, LocalDate paidOn) {
        for (int count = 1; count <= parts.size(); count++) {
            Amount amount = first(count, paidOn);
            if (amount.total().equals(paid)) {
                return amount;
            }
        }
        Amount next = first(1, paidOn);
        throw ProposalTerms.refusal(List.of(new Flaw(
                "/amountMinor",
                "proceeding.payment-differs",
                "Due on %s: %s, of which %s surcharge".formatted(paidOn, next.total(), next.surcharge()))));
    }

    public LocalDate lastDue() {
        return parts.get(parts.size() - 1).dueOn();
    }
}
