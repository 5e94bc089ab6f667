package org.regulus.sanctions.penalty;

import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Measure.Days;
import org.regulus.sanctions.penalty.Measure.Sum;
import org.regulus.sanctions.penalty.Measure.Thing;
import org.regulus.sanctions.penalty.Measure.Words;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * One thing that is imposed, and on whom (Penalty Law, Art. 9).
 *
 * @param person who is directly responsible, as the authority calls it; empty: the operator
 */
public record Penalty(PenaltyKind kind, Measure measure, Optional<String> person) {

    /** On the operator: nothing but words, or a sum. */
    public static Penalty of(PenaltyKind kind, Money amount) {
        boolean words = kind != PenaltyKind.FINE && amount.minor() == 0;
        return new Penalty(kind, words ? Measure.WORDS : new Sum(amount), Optional.empty());
    }

    /** Whether such a kind of penalty has such a measure. */
    boolean fits() {
        return switch (kind) {
            case WARNING, PUBLIC_CRITICISM, CLOSURE, REVOCATION -> measure instanceof Words;
            case DOWNGRADE -> measure instanceof Thing;
            case FINE -> measure instanceof Sum;
            case CONFISCATION -> measure instanceof Sum || measure instanceof Thing;
            case SUSPENSION, OCCUPATION_BAN -> measure instanceof Days;
        };
    }

    /** A business is suspended, closed or loses its licence; a person is kept from its occupation; both can be warned and fined. */
    boolean fitsItsAddressee() {
        return switch (kind) {
            case WARNING, FINE -> true;
            case OCCUPATION_BAN -> person.isPresent();
            case PUBLIC_CRITICISM, CONFISCATION, SUSPENSION, DOWNGRADE, CLOSURE, REVOCATION -> person.isEmpty();
        };
    }

    public boolean isFine() {
        return kind == PenaltyKind.FINE && !isLifted();
    }

    /** A challenge took it back. */
    public boolean isLifted() {
        return measure instanceof Measure.Lifted;
    }

    /** Something has to be done so that it takes effect; a fine is paid instead, and words are said. */
    public boolean isToCarryOut() {
        return !isLifted()
                && switch (kind) {
                    case WARNING, PUBLIC_CRITICISM, FINE -> false;
                    case CONFISCATION, SUSPENSION, DOWNGRADE, OCCUPATION_BAN, CLOSURE, REVOCATION -> true;
                };
    }

    public Optional<Money> sum() {
        return measure instanceof Sum sum ? Optional.of(sum.amount()) : Optional.empty();
    }

    public Optional<Integer> days() {
        return measure instanceof Days term ? Optional.of(term.days()) : Optional.empty();
    }

    public Optional<String> thing() {
        return measure instanceof Thing thing ? Optional.of(thing.what()) : Optional.empty();
    }

    /** Whether it is no heavier than that one, on the same addressee; two of which neither is measured by the other are not compared. */
    boolean isCoveredBy(Penalty noticed) {
        if (!person.equals(noticed.person)) {
            return false;
        }
        if (kind == PenaltyKind.WARNING) {
            return true;
        }
        return kind == noticed.kind
                && (measure instanceof Sum sum && noticed.measure instanceof Sum most
                        ? !sum.amount().isMoreThan(most.amount())
                        : measure instanceof Days term && noticed.measure instanceof Days longest
                                ? term.days() <= longest.days()
                                : measure.equals(noticed.measure));
    }

    /** For people: {@code fine 5000.00 CNY}. */
    @Override
    public String toString() {
        String what = sum().map(amount -> " " + amount)
                .or(() -> days().map(term -> " %d days".formatted(term)))
                .or(() -> thing().map(thing -> " " + thing))
                .or(() -> isLifted() ? Optional.of(" (lifted)") : Optional.empty())
                .orElse("");
        return kind.code() + what + person.map(who -> " (%s)".formatted(who)).orElse("");
    }
}
