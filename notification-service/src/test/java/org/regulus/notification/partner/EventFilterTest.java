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
                List.of());
        assertThat(asked.shownTypes()).containsExactly("regulus.sanctions.penalty-decided.v1");
        assertThat(new EventFilter(List.of(), List.of(), List.of()).shownTypes())
                .contains("regulus.filing.case-opened.v1")
                .doesNotContain(
                        "regulus.sanctions.penalty-reviewed.v1",
                        "regulus.inspection.inspectors-assigned.v1",
                        "regulus.invented.later.v1");
    }

    @Test
    void only_what_was_granted_is_seen() {
        assertThat(new EventFilter(List.of(), List.of("MIIT", "GDCA"), List.of())
                        .authoritiesOf(List.of("MIIT", "SHCA")))
                .containsExactly("MIIT");
        assertThat(new EventFilter(List.of(), List.of(), List.of()).authoritiesOf(List.of("SHCA", "MIIT")))
                .containsExactly("MIIT", "SHCA");
        assertThat(new EventFilter(List.of(), List.of(), List.of()).authoritiesOf(List.of()))
                .isEmpty();
    }
}
