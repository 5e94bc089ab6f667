package org.regulus.sanctions.assessment.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.time.HolidayFiles;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Assessment;
import org.regulus.sanctions.assessment.Assessor;
import org.regulus.sanctions.assessment.Assessor.Question;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.edge.PublishedCalendar;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.edge.Shipped;

/**
 * The mission's story under the rules of 2019, the same facts under those of 2026, and the act of 2019 looked at in 2026: what changed is
 * what stands in the golden file {@code story.txt}, in which a lawyer can check every line.
 */
class StoryTest {

    private static final RuleBook RULES = Shipped.rules();
    private static final RegulatorCalendar CALENDAR = new PublishedCalendar(HolidayFiles.load(new ObjectMapper()));

    @Test
    void the_same_facts_under_the_rules_of_2019_and_of_2026() throws IOException {
        StringBuilder told = new StringBuilder();
        for (int year : new int[] {2019, 2026}) {
            LocalDate act = LocalDate.of(year, 7, 16);
            LocalDate decided = LocalDate.of(year, 11, 4);
            tell(told, "First breach, act and decision in " + year, act, decided, facts(false));
            tell(told, "Not rectified, act and decision in " + year, act, decided, facts(true));
            dates(told, LocalDate.of(year, 9, 26));
        }
        tell(
                told,
                "Not rectified, act of 2019 found in 2021 under the newer procedure",
                LocalDate.of(2019, 9, 16),
                LocalDate.of(2021, 8, 2),
                facts(true));
        tell(
                told,
                "Not rectified, act of December 2025 decided in 2026",
                LocalDate.of(2025, 12, 15),
                LocalDate.of(2026, 2, 2),
                facts(true));
        assertThat(told.toString()).isEqualTo(golden());
    }

    private static Facts facts(boolean refused) {
        return new Facts(Addressee.OPERATOR, refused, Consequence.NONE, Set.of(), Optional.empty());
    }

    private static void tell(StringBuilder told, String title, LocalDate act, LocalDate decided, Facts facts) {
        Assessment found = Assessor.assess(
                RULES, CALENDAR, new Question("CN", Set.of("network-protection-duties"), facts, act, decided));
        told.append("## ").append(title).append('\n');
        told.append("verdict: %s; under %s; also under %s\n"
                .formatted(
                        found.verdict().code(),
                        found.applied().map(Provision::id).orElse("nothing"),
                        found.alsoUnder().stream().map(Provision::id).toList()));
        told.append("fine: from %s to %s; gates %s\n"
                .formatted(
                        found.range().least().map(Object::toString).orElse("-"),
                        found.range().most().map(Object::toString).orElse("-"),
                        found.gates()));
        for (Step step : found.steps()) {
            told.append("- %s: %s [%s%s]\n"
                    .formatted(
                            step.code(),
                            step.says(),
                            step.source().source(),
                            step.source().verified() ? "" : "; UNVERIFIED"));
        }
        told.append('\n');
    }

    /** The clocks of the procedure, all started before the National Day holiday. */
    private static void dates(StringBuilder told, LocalDate start) {
        ProcedureRules procedure = RULES.procedureOn(start);
        told.append("## Clocks of %s from %s\n".formatted(procedure.id(), start));
        procedure.limits().values().stream()
                .sorted(Comparator.comparing(Limit::code))
                .forEach(limit -> told.append("- %s: %d %s: %s%s\n"
                        .formatted(
                                limit.code(),
                                limit.period().length(),
                                limit.period().unit().code(),
                                limit.lastDay(start, CALENDAR),
                                limit.period().provenance().verified() ? "" : " UNVERIFIED")));
        told.append('\n');
    }

    private static String golden() throws IOException {
        try (InputStream file = StoryTest.class.getResourceAsStream("/story.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
