package org.regulus.sanctions.ruleset;

import java.util.Set;
import org.regulus.sanctions.Money;

/**
 * One article that allows a penalty, as it stood in one span of time.
 *
 * @param least the smallest fine and {@code most} the largest, both allowed
 * @param needsRefusal whether the penalty supposes that the operator first failed to rectify. True of Order 11 Art. 22; not of every
 *     law, so it is a property of the provision and not of the procedure
 */
public record Provision(
        String id,
        String article,
        Validity validity,
        Set<PenaltyKind> kinds,
        Money least,
        Money most,
        boolean needsRefusal,
        Provenance provenance) {

    public Provision {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(id + " allows no kind of penalty");
        }
        if (least.isMoreThan(most)) {
            throw new IllegalArgumentException("%s: the least fine %s exceeds the most %s".formatted(id, least, most));
        }
        if (kinds.contains(PenaltyKind.FINE) && most.minor() == 0) {
            throw new IllegalArgumentException(id + " allows a fine of nothing");
        }
    }

    public boolean allows(PenaltyKind kind) {
        return kinds.contains(kind);
    }

    public boolean allows(Money amount) {
        return amount.sameCurrencyAs(most) && !least.isMoreThan(amount) && !amount.isMoreThan(most);
    }
}
