package org.regulus.sanctions.penalty.edge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
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
        boolean needsRefusal,
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
                law.needsRefusal(),
                law.provenance().source(),
                law.provenance().verified());
    }

    Provision toDomain() {
        return new Provision(
                id,
                article,
                new Validity(validFrom, Optional.ofNullable(validTo)),
                kinds.stream().map(kind -> PenaltyKind.of(kind).orElseThrow()).collect(Collectors.toSet()),
                Money.of(minMinor, currency),
                Money.of(maxMinor, currency),
                needsRefusal,
                new Provenance(source, verified));
    }
}
