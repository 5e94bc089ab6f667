package org.regulus.sanctions.ruleset.edge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.OutcomeRule;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.RuleSet;

/** A rule set as the API shows it. */
record RuleSetView(
        Summary about,
        List<ProvisionView> provisions,
        List<LimitView> duties,
        List<DateView> dates,
        ProcedureView procedure) {

    record Summary(
            String id,
            int version,
            String regime,
            String titleZh,
            String titleEn,
            LocalDate validFrom,
            LocalDate validTo,
            long unverified) {

        static Summary of(RuleSet set) {
            return new Summary(
                    set.id(),
                    set.version(),
                    set.regime(),
                    set.title().zh(),
                    set.title().en(),
                    set.validity().from(),
                    set.validity().to().orElse(null),
                    set.unverified());
        }
    }

    record SourceView(String text, boolean verified) {
        static SourceView of(Provenance from) {
            return new SourceView(from.source(), from.verified());
        }
    }

    record LimitView(
            String code, int length, String unit, String from, String by, String otherwise, SourceView source) {
        static LimitView of(Limit limit) {
            return new LimitView(
                    limit.code(),
                    limit.period().length(),
                    limit.period().unit().code(),
                    limit.from(),
                    limit.by(),
                    limit.otherwise(),
                    SourceView.of(limit.period().provenance()));
        }
    }

    record DateView(String code, LocalDate on, SourceView source) {}

    record GateView(
            String code, boolean always, Long fineFromMinor, List<String> kinds, List<String> when, SourceView source) {
        static GateView of(Gate gate) {
            return new GateView(
                    gate.code(),
                    gate.always(),
                    gate.fineFrom().map(Money::minor).orElse(null),
                    gate.kinds().stream().map(PenaltyKind::code).sorted().toList(),
                    gate.when().stream().sorted().toList(),
                    SourceView.of(gate.provenance()));
        }
    }

    record FactorView(String code, List<String> when, String effect, SourceView source) {
        static FactorView of(Discretion.Factor factor) {
            return new FactorView(
                    factor.code(),
                    factor.when().stream().sorted().toList(),
                    factor.effect().code(),
                    SourceView.of(factor.provenance()));
        }
    }

    record SurchargeView(int perMille, int capPerMille, SourceView source) {}

    record OutcomeView(String code, String track, String titleZh, String titleEn, SourceView source) {
        static OutcomeView of(OutcomeRule way) {
            return new OutcomeView(way.code(), way.track(), way.zh(), way.en(), SourceView.of(way.provenance()));
        }
    }

    record PrincipleView(String code, String zh, SourceView source) {
        static PrincipleView of(Principle principle) {
            return new PrincipleView(principle.code(), principle.zh(), SourceView.of(principle.provenance()));
        }
    }

    record ProcedureView(
            List<LimitView> limits,
            List<GateView> gates,
            List<FactorView> discretion,
            int mitigatedPerMille,
            SurchargeView surcharge,
            List<OutcomeView> outcomes,
            List<PrincipleView> principles) {

        static ProcedureView of(ProcedureRules rules) {
            return new ProcedureView(
                    rules.limits().values().stream()
                            .sorted(Comparator.comparing(Limit::code))
                            .map(LimitView::of)
                            .toList(),
                    rules.gates().stream().map(GateView::of).toList(),
                    rules.discretion().factors().stream().map(FactorView::of).toList(),
                    rules.discretion().mitigatedPerMille(),
                    new SurchargeView(
                            rules.surcharge().perMille(),
                            rules.surcharge().capPerMille(),
                            SourceView.of(rules.surcharge().provenance())),
                    rules.outcomes().stream().map(OutcomeView::of).toList(),
                    rules.principles().stream().map(PrincipleView::of).toList());
        }
    }

    static RuleSetView of(RuleSet set) {
        return new RuleSetView(
                Summary.of(set),
                set.provisions().stream().map(ProvisionView::of).toList(),
                set.duties().stream().map(LimitView::of).toList(),
                set.dates().stream()
                        .map(date -> new DateView(date.code(), date.on(), SourceView.of(date.provenance())))
                        .toList(),
                set.procedure().map(ProcedureView::of).orElse(null));
    }
}
