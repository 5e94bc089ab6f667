package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Sheet.InstalmentsGranted;
import org.regulus.sanctions.penalty.Sheet.Part;
import org.regulus.sanctions.penalty.Sheet.PartPaid;
import org.regulus.sanctions.penalty.Sheet.PersonPaid;
import org.regulus.sanctions.ruleset.RuleBook;

/** One fine of a decision, the operator's own or that of a person: what was paid of it, and what is open. */
public record Account(Dossier dossier, Decision decision, int number, Penalty fine) {

    /** Empty when no fine has that number. */
    static Optional<Account> of(Dossier dossier, Decision decision, int number) {
        return decision.penalties()
                .number(number)
                .filter(Penalty::isFine)
                .map(fine -> new Account(dossier, decision, number, fine));
    }

    /** That of the operator. */
    static Optional<Account> own(Dossier dossier, Decision decision) {
        return decision.penalties().ownFine().flatMap(number -> of(dossier, decision, number));
    }

    public static List<Account> all(Dossier dossier, Decision decision) {
        return decision.penalties()
                .numbers(Penalty::isFine)
                .flatMap(number -> of(dossier, decision, number).stream())
                .toList();
    }

    /** As the sheets call it. */
    public Optional<Integer> name() {
        return fine.person().map(who -> number);
    }

    public Money amount() {
        return fine.sum().orElseThrow();
    }

    /** The instalments that were granted last. */
    public Optional<InstalmentsGranted> instalments() {
        return dossier.all(InstalmentsGranted.class, InstalmentsGranted::penalty, name()).stream()
                .reduce((one, later) -> later);
    }

    boolean instalmentsRequested() {
        return !dossier.all(Sheet.InstalmentsRequested.class, Sheet.InstalmentsRequested::penalty, name())
                .isEmpty();
    }

    /** The parts that are not paid, in order of their days; none when the fine is paid. */
    public List<Part> open() {
        return instalments().map(granted -> openOf(upTo(granted.parts()))).orElseGet(this::rest);
    }

    public boolean isPaid() {
        return open().isEmpty();
    }

    boolean isUntouched() {
        return payments().isEmpty();
    }

    /** When the last payment came. */
    Optional<LocalDate> lastPaidOn() {
        return dossier.entries().stream()
                .map(Dossier.Entry::sheet)
                .flatMap(sheet -> paidOn(sheet).stream())
                .reduce((one, later) -> later);
    }

    private Optional<LocalDate> paidOn(Sheet sheet) {
        if (sheet instanceof PartPaid part && part.penalty().equals(name())) {
            return Optional.of(part.paidOn());
        }
        return sheet instanceof PersonPaid rest
                        && name().filter(mine -> mine == rest.penalty()).isPresent()
                ? Optional.of(rest.paidOn())
                : Optional.empty();
    }

    /** A challenge that made the fine smaller shortens the instalments from their end: no granted day comes earlier by it. */
    private List<Part> upTo(List<Part> granted) {
        List<Part> parts = new ArrayList<>();
        long left = amount().minor();
        for (Part part : granted) {
            long amount = Math.min(left, part.amount().minor());
            if (amount > 0) {
                parts.add(new Part(new Money(amount, amount().currency()), part.dueOn()));
            }
            left -= amount;
        }
        return parts;
    }

    private List<Part> openOf(List<Part> all) {
        int paid = parts().stream().mapToInt(PartPaid::parts).sum();
        return settledBy().isPresent() ? List.of() : all.subList(Math.min(paid, all.size()), all.size());
    }

    /** In one sum. */
    private List<Part> rest() {
        long rest =
                amount().minor() - payments().stream().mapToLong(Money::minor).sum();
        return rest <= 0 ? List.of() : List.of(new Part(new Money(rest, amount().currency()), payUntil()));
    }

    /** A person's time runs from its own service; before that it is what it would be. */
    private LocalDate payUntil() {
        return party().flatMap(dossier::payUntil).or(decision::payUntil).orElseThrow();
    }

    /** Whom it hits. */
    public Optional<Integer> party() {
        return decision.penalties().partyOf(number);
    }

    private List<Money> payments() {
        return Stream.concat(parts().stream().map(PartPaid::amount), settledBy().map(PersonPaid::amount).stream())
                .toList();
    }

    private List<PartPaid> parts() {
        return dossier.all(PartPaid.class, PartPaid::penalty, name());
    }

    private Optional<PersonPaid> settledBy() {
        return dossier.all(PersonPaid.class).stream()
                .filter(paid -> name().filter(mine -> mine == paid.penalty()).isPresent())
                .findFirst();
    }

    /** Before the decision was served on whom it hits no day is late. */
    public Bill bill(RuleBook rules, LocalDate today) {
        return new Bill(open(), dossier.served(party()).map(served -> rules), dossier.pauses(party(), today));
    }
}
