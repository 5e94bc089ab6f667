package org.regulus.filing.risk;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/** A risk that an operator found and reported. Its grade is the operator's until an officer confirms or corrects it. */
public record RiskReport(UUID id, UUID caseId, Grade grade, Outcome outcome) {

    /** The four grades of the incident measures, in rising order. */
    public enum Grade {
        GENERAL,
        RELATIVELY_MAJOR,
        MAJOR,
        PARTICULARLY_MAJOR;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Grade of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** What an officer makes of it; none while it is untriaged. */
    public enum Outcome {
        NONE,
        INSPECT,
        NO_ACTION;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Outcome of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    public record RiskReported(UUID report, UUID caseId, Grade grade, Instant at) {}

    public record RiskTriaged(UUID report, UUID caseId, Grade grade, Outcome outcome, Instant at) {}

    public record Change<E>(RiskReport report, E event) {}

    public static Change<RiskReported> report(UUID id, UUID caseId, Grade grade, Instant at) {
        return new Change<>(new RiskReport(id, caseId, grade, Outcome.NONE), new RiskReported(id, caseId, grade, at));
    }

    public Change<RiskTriaged> triage(Grade confirmed, Outcome decided, Instant at) {
        if (outcome != Outcome.NONE) {
            throw Refusal.conflict(
                    "risk.move-not-allowed", "Cannot triage risk report %s: it was triaged".formatted(id));
        }
        return new Change<>(
                new RiskReport(id, caseId, confirmed, decided), new RiskTriaged(id, caseId, confirmed, decided, at));
    }
}
