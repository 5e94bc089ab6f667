package org.regulus.sanctions.penalty.edge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.FineRange;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.Validity;

/** The provision as it was applied: kept with the proceeding, so that a later correction of the rule file changes no running case. */
record LawColumn(
        String id,
        String article,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> kinds,
        long minMinor,
        long maxMinor,
        String currency,
        String law,
        String conduct,
        String addressee,
        String precondition,
        Integer turnoverPerMille,
        String source,
        boolean verified) {

    static LawColumn of(Provision law) {
        return new LawColumn(
                law.id(),
                law.article(),
                law.validity().from(),
                law.validity().to().orElse(null),
                law.kinds().stream().map(PenaltyKind::code).sorted().toList(),
                law.least().minor(),
                law.most().minor(),
                law.most().currency().getCurrencyCode(),
                law.breach().law(),
                law.breach().conduct(),
                law.breach().addressee().code(),
                law.precondition().code(),
                law.fine().turnoverPerMille().orElse(null),
                law.provenance().source(),
                law.provenance().verified());
    }

    Provision toDomain() {
        return new Provision(
                id,
                article,
                new Validity(validFrom, Optional.ofNullable(validTo)),
                new Breach(law, conduct, Addressee.of(addressee).orElseThrow()),
                kinds.stream().map(kind -> PenaltyKind.of(kind).orElseThrow()).collect(Collectors.toSet()),
                new FineRange(
                        Money.of(minMinor, currency),
                        Money.of(maxMinor, currency),
                        Optional.ofNullable(turnoverPerMille)),
                Precondition.of(precondition),
                new Provenance(source, verified));
    }
}
