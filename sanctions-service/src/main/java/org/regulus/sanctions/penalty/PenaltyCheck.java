package org.regulus.sanctions.penalty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/** Holds each penalty against the provision that allows it: one for the operator, another for a person. */
final class PenaltyCheck {

    private final Penalties imposed;
    private final Provision law;
    private final Optional<Provision> personLaw;
    private final Optional<Money> turnover;
    private final List<Flaw> flaws = new ArrayList<>();

    PenaltyCheck(Penalties imposed, Provision law, Optional<Provision> personLaw, Optional<Money> turnover) {
        this.imposed = imposed;
        this.law = law;
        this.personLaw = personLaw;
        this.turnover = turnover;
    }

    /** @param kindField what a request calls the kind of its main penalty */
    List<Flaw> flaws(String kindField) {
        Set<Penalty> seen = new HashSet<>();
        for (Penalty penalty : imposed.all()) {
            String kind = imposed.pointer(penalty, imposed.isMain(penalty) ? kindField : "kind");
            flawIf(!seen.add(sameKind(penalty)), kind, "penalty-twice", penalty + " is imposed twice");
            flawIf(
                    !penalty.fitsItsAddressee(),
                    kind,
                    "addressee-differs",
                    "%s is not imposed on %s"
                            .formatted(
                                    penalty.kind().code(), penalty.person().isPresent() ? "a person" : "an operator"));
            lawOf(penalty).ifPresent(by -> check(penalty, by, kind));
        }
        return flaws;
    }

    private void check(Penalty penalty, Provision by, String kind) {
        flawIf(
                !by.allows(penalty.kind()),
                kind,
                "kind-not-allowed",
                "%s allows no %s".formatted(by.article(), penalty.kind().code()));
        boolean otherCurrency = !imposed.currency().equals(by.most().currency());
        flawIf(
                otherCurrency && imposed.isMain(penalty),
                "/currency",
                "currency-differs",
                "%s is in %s".formatted(by.article(), by.most().currency()));
        if (!penalty.fits()) {
            boolean costly =
                    penalty.kind() == PenaltyKind.WARNING && penalty.sum().isPresent();
            flawIf(costly, imposed.pointer(penalty, "amountMinor"), "warning-has-amount", "A warning costs nothing");
            flawIf(
                    !costly,
                    kind,
                    "measure-differs",
                    "A %s is measured otherwise".formatted(penalty.kind().code()));
        } else if (penalty.isFine()
                && !otherCurrency
                && !by.allows(penalty.sum().orElseThrow(), turnover)) {
            flaws.add(new Flaw(
                    imposed.pointer(penalty, "amountMinor"),
                    "proceeding.amount-out-of-range",
                    ProposalTerms.outOfRange(by, penalty.sum().orElseThrow(), turnover)));
        }
    }

    Optional<Provision> lawOf(Penalty penalty) {
        return penalty.person().isPresent() ? personLaw : Optional.of(law);
    }

    /** One fine for one act and addressee (Art. 29); only things and sums may be confiscated side by side. */
    private static Penalty sameKind(Penalty penalty) {
        return penalty.kind() == PenaltyKind.CONFISCATION
                ? penalty
                : new Penalty(penalty.kind(), Measure.WORDS, penalty.person());
    }

    private void flawIf(boolean wrong, String pointer, String code, String detail) {
        if (wrong) {
            flaws.add(new Flaw(pointer, "proceeding." + code, detail));
        }
    }
}
