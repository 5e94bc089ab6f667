package org.regulus.sanctions.penalty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * What is imposed together, in order: the number of a penalty is its place, from 1 on.
 *
 * @param main what a request names first, on the operator; none when nothing is imposed, or only other kinds
 * @param currency of all its sums
 */
public record Penalties(Optional<Penalty> main, List<Penalty> further, Currency currency) {

    public Penalties {
        further = List.copyOf(further);
    }

    public static Penalties of(PenaltyKind kind, Money amount) {
        return new Penalties(Optional.of(Penalty.of(kind, amount)), List.of(), amount.currency());
    }

    /** A fine, a warning or nothing, and what is imposed beside it. */
    public static Penalties decided(Outcome outcome, Money amount, List<Penalty> further) {
        if (outcome.kind().isEmpty() && amount.minor() != 0) {
            throw ProposalTerms.refusal(
                    List.of(new Flaw("/amountMinor", "proceeding.warning-has-amount", "Only a fine has an amount")));
        }
        return new Penalties(outcome.kind().map(kind -> Penalty.of(kind, amount)), further, amount.currency());
    }

    public List<Penalty> all() {
        List<Penalty> all = new ArrayList<>();
        main.ifPresent(all::add);
        all.addAll(further);
        return all;
    }

    public Optional<Penalty> number(int number) {
        List<Penalty> all = all();
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    boolean isMain(Penalty penalty) {
        return main.filter(penalty::equals).isPresent();
    }

    /** Where a request names a field of that penalty. */
    String pointer(Penalty penalty, String field) {
        return isMain(penalty) ? "/" + field : "/further/%d/%s".formatted(further.indexOf(penalty), field);
    }

    /** The fine on the operator; nothing when there is none. */
    public Money fine() {
        return all().stream()
                .filter(penalty -> penalty.isFine() && penalty.person().isEmpty())
                .flatMap(penalty -> penalty.sum().stream())
                .findFirst()
                .orElse(Money.none(currency));
    }

    public boolean hasFine() {
        return all().stream().anyMatch(Penalty::isFine);
    }

    /** The greatest of its sums: how much is at stake, for the gates that begin at an amount (Art. 63: fines and confiscations). */
    public Money greatest() {
        return all().stream()
                .flatMap(penalty -> penalty.sum().stream())
                .max(Comparator.comparingLong(Money::minor))
                .orElse(Money.none(currency));
    }

    public Set<PenaltyKind> kinds() {
        return all().stream().map(Penalty::kind).collect(Collectors.toSet());
    }

    /** How a proceeding ends that imposes this. */
    public Outcome outcome() {
        if (all().isEmpty()) {
            return Outcome.NO_PENALTY;
        }
        if (hasFine()) {
            return Outcome.FINE;
        }
        return kinds().equals(Set.of(PenaltyKind.WARNING)) ? Outcome.WARNING : Outcome.OTHER_PENALTY;
    }

    /** Nothing in it is heavier than what was noticed, and nothing was not noticed; a warning is lighter than anything (Art. 45). */
    Optional<Penalty> heavierThan(Penalties noticed) {
        return all().stream()
                .filter(penalty -> noticed.all().stream().noneMatch(penalty::isCoveredBy))
                .findFirst();
    }

    /** The same with a smaller fine on the operator. */
    Penalties reducedTo(Money smaller) {
        return new Penalties(
                main.map(penalty -> reduced(penalty, smaller)),
                further.stream().map(penalty -> reduced(penalty, smaller)).toList(),
                currency);
    }

    private static Penalty reduced(Penalty penalty, Money smaller) {
        return penalty.isFine() && penalty.person().isEmpty()
                ? new Penalty(penalty.kind(), new Measure.Sum(smaller), penalty.person())
                : penalty;
    }

    /** For people. */
    @Override
    public String toString() {
        return all().isEmpty()
                ? "nothing"
                : all().stream().map(Penalty::toString).collect(Collectors.joining(", "));
    }
}
