package org.regulus.sanctions.ruleset.edge;

import java.time.LocalDate;
import java.util.List;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/**
 * A provision as the API shows it.
 *
 * @param needsRefusal whether nothing but a refusal to rectify fulfils its precondition
 */
record ProvisionView(
        String id,
        String article,
        LocalDate validFrom,
        LocalDate validTo,
        String conduct,
        String addressee,
        String precondition,
        List<String> kinds,
        long minMinor,
        long maxMinor,
        Integer turnoverPerMille,
        String currency,
        boolean needsRefusal,
        String source,
        boolean verified) {

    static ProvisionView of(Provision law) {
        return new ProvisionView(
                law.id(),
                law.article(),
                law.validity().from(),
                law.validity().to().orElse(null),
                law.breach().conduct(),
                law.breach().addressee().code(),
                law.precondition().code(),
                law.kinds().stream().map(PenaltyKind::code).sorted().toList(),
                law.least().minor(),
                law.most().minor(),
                law.fine().turnoverPerMille().orElse(null),
                law.most().currency().getCurrencyCode(),
                law.precondition().isRefusalOnly(),
                law.provenance().source(),
                law.provenance().verified());
    }
}
