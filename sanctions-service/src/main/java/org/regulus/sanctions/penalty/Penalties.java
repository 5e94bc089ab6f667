package org.regulus.sanctions.penalty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.regulus.common.problem.Refusal;
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
        return ownFine().flatMap(this::number).flatMap(Penalty::sum).orElse(Money.none(currency));
    }

    /** The number of the fine on the operator. */
    public Optional<Integer> ownFine() {
        return fineOf(Optional.empty());
    }

    /** The number of the fine on that person, or on the operator: one act is fined once. */
    Optional<Integer> fineOf(Optional<String> person) {
        return numbers(penalty -> penalty.isFine() && penalty.person().equals(person))
                .findFirst();
    }

    /** What sheets call a penalty: its number, or nothing for the operator's own fine. */
    public Optional<Integer> name(int number) {
        return ownFine().filter(own -> own == number).isPresent() ? Optional.empty() : Optional.of(number);
    }

    /** The numbers of such penalties, in order. */
    public Stream<Integer> numbers(Predicate<Penalty> such) {
        List<Penalty> all = all();
        return IntStream.rangeClosed(1, all.size())
                .filter(number -> such.test(all.get(number - 1)))
                .boxed();
    }

    /** Whom a penalty hits, by the first number of what hits it; empty: the operator. */
    public Optional<Integer> partyOf(int number) {
        return number(number).flatMap(Penalty::person).flatMap(who -> numbers(
                        penalty -> penalty.person().filter(who::equals).isPresent())
                .findFirst());
    }

    /** All whom something hits still; the operator is one of them, also when nothing hits it alone. */
    public Set<Optional<Integer>> parties() {
        Set<Optional<Integer>> parties = new LinkedHashSet<>();
        parties.add(Optional.empty());
        numbers(penalty -> !penalty.isLifted()).map(this::partyOf).forEach(parties::add);
        return parties;
    }

    /** The numbers of all that still hits that party. */
    List<Integer> of(Optional<Integer> party) {
        Optional<String> who = party.flatMap(this::number).flatMap(Penalty::person);
        return numbers(penalty -> !penalty.isLifted() && penalty.person().equals(who))
                .toList();
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

    /** Those that no challenge took back. */
    public List<Penalty> standing() {
        return all().stream().filter(penalty -> !penalty.isLifted()).toList();
    }

    public Set<PenaltyKind> kinds() {
        return standing().stream().map(Penalty::kind).collect(Collectors.toSet());
    }

    /** How a proceeding ends that imposes this. */
    public Outcome outcome() {
        if (standing().isEmpty()) {
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

    /** The same with another penalty under that number. */
    Penalties with(int number, Penalty now) {
        int first = main.isPresent() ? 1 : 0;
        if (number == first) {
            return new Penalties(Optional.of(now), further, currency);
        }
        List<Penalty> others = new ArrayList<>(further);
        others.set(number - 1 - first, now);
        return new Penalties(main, others, currency);
    }

    public static Refusal unknown(int number) {
        return ProposalTerms.refusal(List.of(
                new Flaw("/penalty", "proceeding.penalty-unknown", "No penalty of that kind has number " + number)));
    }

    /** For people. */
    @Override
    public String toString() {
        return all().isEmpty()
                ? "nothing"
                : all().stream().map(Penalty::toString).collect(Collectors.joining(", "));
    }
}
