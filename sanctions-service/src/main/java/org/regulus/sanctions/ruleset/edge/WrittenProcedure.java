package org.regulus.sanctions.ruleset.edge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.Discretion.Effect;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.OutcomeRule;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.RuleSet;
import org.regulus.sanctions.ruleset.SurchargeRule;
import org.regulus.sanctions.ruleset.Validity;

/** The procedure as a rule file writes it. */
record WrittenProcedure(
        List<RuleFile.WrittenLimit> limits,
        List<WrittenGate> gates,
        WrittenDiscretion discretion,
        WrittenSurcharge surcharge,
        List<WrittenOutcome> outcomes,
        List<WrittenPrinciple> principles) {

    record WrittenPrinciple(String code, String zh, String source, boolean verified) {
        Principle read() {
            return new Principle(code, zh, new Provenance(source, verified));
        }
    }

    record WrittenGate(
            String code,
            boolean always,
            Long fineFromMinor,
            List<String> kinds,
            List<String> when,
            String source,
            boolean verified) {
        Gate read(String currency) {
            return new Gate(
                    code,
                    always,
                    Optional.ofNullable(fineFromMinor).map(minor -> Money.of(minor, currency)),
                    RuleFile.kinds(kinds),
                    Set.copyOf(RuleFile.list(when)),
                    new Provenance(source, verified));
        }
    }

    record WrittenFactor(String code, List<String> when, String effect, String source, boolean verified) {
        Discretion.Factor read() {
            return new Discretion.Factor(code, Set.copyOf(when), Effect.of(effect), new Provenance(source, verified));
        }
    }

    record WrittenDiscretion(List<WrittenFactor> factors, int mitigatedPerMille, String source, boolean verified) {
        Discretion read() {
            return new Discretion(
                    factors.stream().map(WrittenFactor::read).toList(),
                    mitigatedPerMille,
                    new Provenance(source, verified));
        }
    }

    record WrittenSurcharge(int perMille, int capPerMille, String source, boolean verified) {
        SurchargeRule read() {
            return new SurchargeRule(perMille, capPerMille, new Provenance(source, verified));
        }
    }

    record WrittenOutcome(String code, String track, RuleSet.Title title, String source, boolean verified) {
        OutcomeRule read() {
            return new OutcomeRule(code, track, title.zh(), title.en(), new Provenance(source, verified));
        }
    }

    ProcedureRules read(RuleFile file) {
        return new ProcedureRules(
                file.id(),
                file.regime(),
                new Validity(file.validFrom(), Optional.ofNullable(file.validTo())),
                RuleFile.limits(limits),
                gates.stream().map(gate -> gate.read(file.currency())).toList(),
                discretion.read(),
                surcharge.read(),
                outcomes.stream().map(WrittenOutcome::read).toList(),
                RuleFile.list(principles).stream().map(WrittenPrinciple::read).toList());
    }
}
