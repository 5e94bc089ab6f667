package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.SurchargeRule;

/**
 * What is still to be paid, exactly: the parts in order, each with the surcharge of its own days.
 *
 * @param parts that are not paid yet
 * @param rule empty before the decision was served: then no day is late
 */
public record Bill(List<Sheet.Part> parts, Optional<SurchargeRule> rule, List<SurchargeRule.Pause> pauses) {

    public record Amount(Money fine, Money surcharge, int parts) {
        public Money total() {
            return fine.plus(surcharge);
        }

        Amount plus(Amount other) {
            return new Amount(fine.plus(other.fine), surcharge.plus(other.surcharge), parts + other.parts);
        }
    }

    static Bill of(PenaltyProceeding it, Decision decision, Optional<SurchargeRule> rule, LocalDate today) {
        List<Sheet.Part> open =
                it.dossier().instalmentsInForce() ? openInstalments(it.dossier()) : rest(it.dossier(), decision);
        return new Bill(open, rule, it.dossier().pauses(today));
    }

    private static List<Sheet.Part> openInstalments(Dossier dossier) {
        List<Sheet.Part> all =
                dossier.last(Sheet.InstalmentsGranted.class).orElseThrow().parts();
        int paid = dossier.all(Sheet.PartPaid.class).stream()
                .mapToInt(Sheet.PartPaid::parts)
                .sum();
        return all.subList(Math.min(paid, all.size()), all.size());
    }

    /** In one sum: also what is left when a challenge made the fine smaller after parts were paid. */
    private static List<Sheet.Part> rest(Dossier dossier, Decision decision) {
        long paid = dossier.all(Sheet.PartPaid.class).stream()
                .mapToLong(part -> part.amount().minor())
                .sum();
        long rest = decision.amount().minor() - paid;
        return rest <= 0
                ? List.of()
                : List.of(new Sheet.Part(
                        new Money(rest, decision.amount().currency()),
                        decision.payUntil().orElseThrow()));
    }

    /** What the first {@code count} open parts come to when paid on that day. */
    public Amount first(int count, LocalDate paidOn) {
        return parts.subList(0, count).stream()
                .map(part -> on(part, paidOn))
                .reduce(Amount::plus)
                .orElseThrow();
    }

    private Amount on(Sheet.Part part, LocalDate paidOn) {
        Money surcharge = rule.map(
                        by -> by.on(paidOn, part.amount(), part.dueOn(), pauses).amount())
                .orElse(Money.none(part.amount().currency()));
        return new Amount(part.amount(), surcharge, 1);
    }

    /** Which whole number of parts an amount settles. */
    Optional<Amount> settledBy(Money paid, LocalDate paidOn) {
        for (int count = 1; count <= parts.size(); count++) {
            Amount amount = first(count, paidOn);
            if (amount.total().equals(paid)) {
                return Optional.of(amount);
            }
        }
        return Optional.empty();
    }

    public LocalDate lastDue() {
        return parts.get(parts.size() - 1).dueOn();
    }
}
