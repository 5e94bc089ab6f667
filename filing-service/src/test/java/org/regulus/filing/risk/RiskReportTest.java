package org.regulus.filing.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.risk.RiskReport.Grade;
import org.regulus.filing.risk.RiskReport.Outcome;

class RiskReportTest {

    private static final Instant NOON = Instant.parse("2019-08-20T04:00:00Z");

    /** A report is reported while its outcome is none. */
    @ParameterizedTest(name = "{0}: triage to inspect {1}, to no-action {2}")
    @CsvSource({"none, inspect, no-action", "inspect, -, -", "no-action, -, -"})
    void every_move_from_every_state(String from, String inspect, String noAction) {
        RiskReport report = new RiskReport(UUID.randomUUID(), UUID.randomUUID(), Grade.GENERAL, Outcome.of(from));
        check(inspect, () -> report.triage(Grade.MAJOR, Outcome.INSPECT, NOON));
        check(noAction, () -> report.triage(Grade.MAJOR, Outcome.NO_ACTION, NOON));
    }

    @Test
    void the_table_has_a_row_for_each_outcome_and_words_survive_the_database() {
        assertThat(Outcome.values()).hasSize(3).allSatisfy(one -> assertThat(Outcome.of(one.word()))
                .isEqualTo(one));
        assertThat(Grade.values())
                .allSatisfy(one -> assertThat(Grade.of(one.word())).isEqualTo(one));
    }

    private static void check(String expected, Supplier<RiskReport.Change<?>> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("risk.move-not-allowed"));
        } else {
            assertThat(move.get().report().outcome().word()).isEqualTo(expected);
        }
    }

    @Test
    void a_report_is_triaged_once_and_the_officers_grade_counts() {
        RiskReport reported = RiskReport.report(UUID.randomUUID(), UUID.randomUUID(), Grade.GENERAL, NOON)
                .report();
        var triaged = reported.triage(Grade.MAJOR, Outcome.INSPECT, NOON);
        assertThat(triaged.event().grade()).isEqualTo(Grade.MAJOR);
        assertThatThrownBy(() -> triaged.report().triage(Grade.MAJOR, Outcome.NO_ACTION, NOON))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("risk.move-not-allowed"));
    }
}
