package org.regulus.notification.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    @Test
    void what_an_authority_does_before_it_has_decided_is_not_shown_even_when_asked_for() {
        EventFilter asked = new EventFilter(
                List.of("regulus.sanctions.penalty-proposed.v1", "regulus.sanctions.penalty-decided.v1"),
                List.of(),
                List.of(),
                null);
        assertThat(asked.shownTypes()).containsExactly("regulus.sanctions.penalty-decided.v1");
        assertThat(EventFilter.ALL.shownTypes())
                .contains("regulus.filing.case-opened.v1", "regulus.inspection.inspection-noticed.v1")
                .doesNotContain(
                        "regulus.sanctions.penalty-reviewed.v1",
                        "regulus.inspection.inspection-opened.v1",
                        "regulus.inspection.inspectors-assigned.v1",
                        "regulus.invented.later.v1");
    }

    @Test
    void a_partner_is_told_no_more_than_it_may_and_wants() {
        EventFilter less = new EventFilter(List.of(), List.of(), List.of(), Classification.RESTRICTED);
        assertThat(EventFilter.ALL.clearance(Classification.PUBLIC)).isEqualTo(Classification.PUBLIC);
        assertThat(less.clearance(Classification.CONFIDENTIAL)).isEqualTo(Classification.RESTRICTED);
        assertThat(less.clearance(Classification.PUBLIC)).isEqualTo(Classification.PUBLIC);
    }
}
