package org.regulus.sanctions.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;

/**
 * The penalty procedure of one regime in one span of time.
 *
 * @param limits by code
 * @param surcharge what each day of late payment costs (Penalty Law, Art. 72)
 * @param principles what decisions refer to, and where this procedure has it
 */
public record ProcedureRules(
        String id,
        String regime,
        Validity validity,
        Map<String, Limit> limits,
        List<Gate> gates,
        Discretion discretion,
        SurchargeRule surcharge,
        List<OutcomeRule> outcomes,
        List<Principle> principles) {

    private static final List<String> NEEDED = List.of(Limit.DEFENCE, Limit.PAYMENT);

    public ProcedureRules {
        limits = Map.copyOf(limits);
        gates = List.copyOf(gates);
        outcomes = List.copyOf(outcomes);
        principles = List.copyOf(principles);
        if (!limits.keySet().containsAll(NEEDED)) {
            throw new IllegalArgumentException("%s needs the limits %s".formatted(id, NEEDED));
        }
    }

    /** How long the operator may state its defence or ask for a hearing after the prior notice. */
    public Period defence() {
        return limits.get(Limit.DEFENCE).period();
    }

    /** How long it may take to pay (Penalty Law, Art. 67). */
    public Period payment() {
        return limits.get(Limit.PAYMENT).period();
    }

    /** Not every procedure knows every limit: that of 2019 had none for the decision. */
    public Optional<Limit> limit(String code) {
        return Optional.ofNullable(limits.get(code));
    }

    public Optional<OutcomeRule> outcome(String code) {
        return outcomes.stream().filter(way -> way.code().equals(code)).findFirst();
    }

    public Principle principle(String code) {
        return principles.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseGet(() -> Principle.unnamed(code));
    }

    public List<Gate> gatesDue(Set<PenaltyKind> imposed, Money amount, Set<String> marks) {
        return gates.stream().filter(gate -> gate.isDue(imposed, amount, marks)).toList();
    }

    public boolean isDue(String gate, Set<PenaltyKind> imposed, Money amount, Set<String> marks) {
        return gatesDue(imposed, amount, marks).stream()
                .anyMatch(due -> due.code().equals(gate));
    }
}
