package org.regulus.filing.risk;

import java.time.LocalDate;
import java.util.List;
import org.regulus.common.problem.Refusal;

/** The installation's reporting rules. */
public record ReportingRuleBook(List<ReportingRules> sets) {

    /** @throws IllegalArgumentException when two sets of one name are in force on one day */
    public ReportingRuleBook {
        for (ReportingRules one : sets) {
            for (ReportingRules other : sets) {
                if (one != other
                        && one.id().equals(other.id())
                        && (one.inForceOn(other.validFrom()) || other.inForceOn(one.validFrom()))) {
                    throw new IllegalArgumentException(one.id() + ": two of it are in force on one day");
                }
            }
        }
    }

    /** @throws Refusal INVALID {@code risk.rule-set-unknown} when there is none of this name, or not on that day */
    public ReportingRules of(String id, LocalDate day) {
        return sets.stream()
                .filter(set -> set.id().equals(id) && set.inForceOn(day))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "risk.rule-set-unknown", "There are no reporting rules %s in force on %s".formatted(id, day)));
    }
}
