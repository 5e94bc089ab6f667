package org.regulus.filing.risk.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.HolidayFiles;
import org.regulus.filing.risk.ReportingRuleBook;
import org.regulus.filing.risk.ReportingRules;
import org.regulus.filing.risk.ReportingRules.Anchor;
import org.regulus.filing.risk.ReportingRules.Reporter;
import org.regulus.filing.risk.RiskReport.Grade;

/** The rules that are shipped, read from their file. */
class ReportingRulesTest {

    private static final ReportingRuleBook BOOK = ReportingRuleBeans.load(ReportingRuleBeans.RULES);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ReportingRules.Calendar CALENDAR = HolidayFiles.load(new ObjectMapper())::plus;
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest(name = "{0}: a {1} {2} by {3} owes {4} by {5}")
    @CsvSource(
            textBlock =
                    """
        CN-CAC-INC-2025, incident, RELATIVELY_MAJOR,   CII,         initial,      2026-01-31T13:00:00Z
        CN-CAC-INC-2025, incident, MAJOR,              STATE_ORGAN, initial,      2026-01-31T14:00:00Z
        CN-CAC-INC-2025, incident, PARTICULARLY_MAJOR, OTHER,       initial,      2026-01-31T16:00:00Z
        CN-CAC-INC-2025, incident, MAJOR,              CII,         escalation,   2026-01-31T12:30:00Z
        CN-CAC-INC-2025, incident, MAJOR,              OTHER,       escalation,   2026-01-31T13:00:00Z
        CN-CAC-INC-2025, incident, MAJOR,              OTHER,       final,        2026-03-02T16:00:00Z
        CN-CAC-INC-2025, incident, GENERAL,            CII,         -,            -
        CN-MIIT-2019,    risk,     GENERAL,            OTHER,       initial,      -
        CN-RMSV,         risk,     GENERAL,            OTHER,       initial,      2026-02-02T16:00:00Z
        """)
    void what_is_owed_in_china(String set, String type, Grade grade, Reporter reporter, String stage, String due) {
        List<ReportingRules.Stage> owed = BOOK.of(set, DAY).owed(type, grade, reporter);
        if (stage.equals("-")) {
            assertThat(owed).isEmpty();
            return;
        }
        Map<Anchor, Instant> known =
                Map.of(Anchor.AWARENESS, NOON, Anchor.INITIAL_REPORT, NOON, Anchor.HANDLING_ENDED, NOON);
        assertThat(due(owed, stage, known, SHANGHAI)).isEqualTo(due);
    }

    @Test
    void nis2_is_configuration_only_24_hours_72_hours_and_a_month_after_the_notification() {
        List<ReportingRules.Stage> owed = BOOK.of("EU-NIS2", DAY).owed("incident", Grade.GENERAL, Reporter.OTHER);
        Map<Anchor, Instant> known = Map.of(Anchor.AWARENESS, NOON, Anchor.PREVIOUS_REPORT, NOON);
        assertThat(owed).extracting(ReportingRules.Stage::id).containsExactly("initial", "notification", "final");
        assertThat(due(owed, "initial", known, BRUSSELS)).isEqualTo("2026-02-01T12:00:00Z");
        assertThat(due(owed, "notification", known, BRUSSELS)).isEqualTo("2026-02-03T12:00:00Z");
        assertThat(due(owed, "final", known, BRUSSELS)).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(due(owed, "final", Map.of(Anchor.AWARENESS, NOON), BRUSSELS)).isEqualTo("-");
        assertThat(BOOK.of("EU-NIS2", DAY).owed("near-miss", Grade.MAJOR, Reporter.CII))
                .isEmpty();
    }

    private static String due(List<ReportingRules.Stage> owed, String id, Map<Anchor, Instant> known, ZoneId zone) {
        return owed.stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow()
                .due(known, zone, CALENDAR)
                .map(Instant::toString)
                .orElse("-");
    }

    /** The National Day week of 2019: the 29th of September and the 12th of October were worked in exchange. */
    @ParameterizedTest(name = "{1} working days from {0} end before {2}")
    @CsvSource({
        "2019-09-27T01:00:00Z, 1, 2019-09-29T16:00:00Z",
        "2019-09-30T15:59:59Z, 1, 2019-10-08T16:00:00Z",
        "2019-09-30T16:00:00Z, 3, 2019-10-10T16:00:00Z",
        "2019-09-30T01:00:00Z, 5, 2019-10-12T16:00:00Z"
    })
    void working_days_pass_over_holidays_and_count_the_days_worked_in_exchange(Instant from, int days, String due) {
        ReportingRules.Stage stage = new ReportingRules.Stage(
                "final",
                ReportingRules.Party.OPERATOR,
                new ReportingRules.Within(days, ReportingRules.Unit.WORKING_DAYS, Anchor.AWARENESS),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                "made up",
                false);
        assertThat(due(List.of(stage), "final", Map.of(Anchor.AWARENESS, from), SHANGHAI))
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} persons, loss {1}: {2}")
    @CsvSource({
        "999999, 499999999, -",
        "1000000, 0, relatively-major",
        "1000000, 2000000000, major",
        "100000000, 1, particularly-major",
        ", 500000000, relatively-major",
        ", , -"
    })
    void any_criterion_makes_the_grade_and_the_highest_wins(Long persons, Long loss, String grade) {
        assertThat(BOOK.of("CN-CAC-INC-2025", DAY)
                        .proposed(persons, loss)
                        .map(Grade::word)
                        .orElse("-"))
                .isEqualTo(grade);
    }

    @Test
    void rules_that_are_not_in_force_or_contradict_themselves_are_refused() {
        assertThatThrownBy(() -> BOOK.of("CN-CAC-INC-2025", LocalDate.of(2025, 10, 31)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("risk.rule-set-unknown"));
        ReportingRules one = BOOK.of("EU-NIS2", DAY);
        assertThatThrownBy(() -> new ReportingRuleBook(List.of(
                        one,
                        new ReportingRules(
                                one.id(), DAY, null, one.source(), false, one.types(), List.of(), List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
        ReportingRules.Stage stage = one.stages().get(0);
        assertThatThrownBy(() ->
                        new ReportingRules("X", DAY, null, "s", false, one.types(), List.of(), List.of(stage, stage)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
