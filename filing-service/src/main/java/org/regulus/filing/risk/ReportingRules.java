package org.regulus.filing.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regulus.filing.risk.RiskReport.Grade;

/**
 * Which reports a rule set wants, by when. Everything in it is data: a regime with other stages is another file entry.
 *
 * @param validFrom the first day, in the authority's zone, on which a report is made under it
 * @param validTo the last such day; null while it is in force
 * @param types the kinds of report it knows; the first is meant when a report does not say
 * @param thresholds any one that is reached makes the grade; the highest wins
 */
public record ReportingRules(
        String id,
        LocalDate validFrom,
        LocalDate validTo,
        String source,
        boolean verified,
        List<String> types,
        List<Threshold> thresholds,
        List<Stage> stages) {

    /** The stage that the report itself is. */
    public static final String INITIAL = "initial";

    /** Who reports. */
    public enum Reporter {
        CII,
        STATE_ORGAN,
        OTHER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Reporter of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** From which instant a stage's time runs. */
    public enum Anchor {
        AWARENESS,
        INITIAL_REPORT,
        /** The first delivery of the stage before it. */
        PREVIOUS_REPORT,
        CLASSIFICATION,
        HANDLING_ENDED
    }

    public enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /** Counts working days. */
    @FunctionalInterface
    public interface Calendar {
        /** The {@code days}-th working day after {@code start}. */
        LocalDate plusWorkingDays(LocalDate start, int days);
    }

    /** Who has to do it: the operator, or the authority that passes a report on. */
    public enum Party {
        OPERATOR,
        AUTHORITY
    }

    /**
     * @param persons how many people are concerned; null: no criterion
     * @param lossMinor direct loss in hundredths of the currency of the rule set; null: no criterion
     */
    public record Threshold(Grade grade, Long persons, Long lossMinor, String source, boolean verified) {
        boolean reached(Long concerned, Long loss) {
            return persons != null && concerned != null && concerned >= persons
                    || lossMinor != null && loss != null && loss >= lossMinor;
        }
    }

    /** @param amount null: without delay, which is a duty but no instant */
    public record Within(Integer amount, Unit unit, Anchor after) {}

    /**
     * @param types of report, {@code grades} and {@code reporters} that owe it; empty: all
     * @param requires the fields its content must have
     */
    public record Stage(
            String id,
            Party by,
            Within within,
            Set<String> types,
            Set<Grade> grades,
            Set<Reporter> reporters,
            List<String> requires,
            String source,
            boolean verified) {

        boolean owedBy(String type, Grade grade, Reporter reporter) {
            return (types.isEmpty() || types.contains(type))
                    && (grades.isEmpty() || grades.contains(grade))
                    && (reporters.isEmpty() || reporters.contains(reporter));
        }

        /**
         * The first instant at which the stage is late; empty while its anchor is not known or when no time is set. Minutes and hours
         * run from the instant; days, working days and months end with their last day in the authority's zone.
         */
        public Optional<Instant> due(Map<Anchor, Instant> known, ZoneId zone, Calendar calendar) {
            Instant from = known.get(within.after());
            if (within.amount() == null || from == null) {
                return Optional.empty();
            }
            LocalDate day = from.atZone(zone).toLocalDate();
            return Optional.of(
                    switch (within.unit()) {
                        case MINUTES -> from.plus(Duration.ofMinutes(within.amount()));
                        case HOURS -> from.plus(Duration.ofHours(within.amount()));
                        case DAYS -> endOf(day.plusDays(within.amount()), zone);
                        case WORKING_DAYS -> endOf(calendar.plusWorkingDays(day, within.amount()), zone);
                        case MONTHS -> endOf(day.plusMonths(within.amount()), zone);
                    });
        }

        private static Instant endOf(LocalDate day, ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** @throws IllegalArgumentException when it contradicts itself */
    public ReportingRules {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(id + ": it ends before it begins");
        }
        if (types.isEmpty() || source == null || source.isBlank()) {
            throw new IllegalArgumentException(id + ": it needs types of report and a source");
        }
        Set<String> seen = new HashSet<>();
        for (Stage stage : stages) {
            check(id, types, stage);
            for (Reporter reporter : stage.reporters().isEmpty() ? Set.of(Reporter.values()) : stage.reporters()) {
                for (Grade grade : stage.grades().isEmpty() ? Set.of(Grade.values()) : stage.grades()) {
                    if (!seen.add(stage.id() + reporter + grade)) {
                        throw new IllegalArgumentException(
                                "%s: two stages %s for one report".formatted(id, stage.id()));
                    }
                }
            }
        }
    }

    private static void check(String id, List<String> types, Stage stage) {
        Within within = stage.within();
        boolean timed = within.amount() == null ? within.unit() == null : within.amount() > 0 && within.unit() != null;
        if (!timed || within.after() == null || stage.source() == null || !types.containsAll(stage.types())) {
            throw new IllegalArgumentException("%s: stage %s is not complete".formatted(id, stage.id()));
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The grade that the figures make; empty when none of its criteria is reached. */
    public Optional<Grade> proposed(Long persons, Long lossMinor) {
        return thresholds.stream()
                .filter(threshold -> threshold.reached(persons, lossMinor))
                .map(Threshold::grade)
                .max(Grade::compareTo);
    }

    public List<Stage> owed(String type, Grade grade, Reporter reporter) {
        return stages.stream()
                .filter(stage -> stage.owedBy(type, grade, reporter))
                .toList();
    }
}
