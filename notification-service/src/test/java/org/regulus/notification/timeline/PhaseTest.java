package org.regulus.notification.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {

    @ParameterizedTest
    @CsvSource({
        "filing.case-opened, filing",
        "filing.filing-submitted, review",
        "filing.filing-returned, filing",
        "filing.filing-accepted, filed",
        "filing.filing-overdue, overdue",
        "inspection.inspection-noticed, inspection",
        "inspection.interview-scheduled, inspection",
        "inspection.inspection-concluded, inspected",
        "sanctions.rectification-ordered, rectification",
        "sanctions.penalty-noticed, penalty",
        "filing.case-closed, closed"
    })
    void a_case_stands_where_its_last_telling_event_left_it(String name, String phase) {
        assertThat(Phase.after("regulus.%s.v1".formatted(name))).contains(phase);
    }

    @Test
    void other_events_change_nothing_about_it() {
        assertThat(Phase.after("regulus.inspection.inspection-opened.v1")).isEmpty();
        assertThat(Phase.after("regulus.sanctions.penalty-proposed.v1")).isEmpty();
        assertThat(Phase.after("regulus.inspection.interview-held.v1")).isEmpty();
        assertThat(Phase.after("regulus.notification.notice-served.v1")).isEmpty();
    }
}
