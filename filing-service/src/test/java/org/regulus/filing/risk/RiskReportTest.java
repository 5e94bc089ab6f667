package org.regulus.filing.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.risk.RiskReport.Grade;
import org.regulus.filing.risk.RiskReport.Outcome;

class RiskReportTest {

    private static final Instant NOON = Instant.parse("2019-08-20T04:00:00Z");

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
