package org.regulus.notification.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.notification.Contracts;

class StoryTest {

    static List<String> typesOfCases() {
        return Contracts.types().stream().filter(Contracts::isOfCase).toList();
    }

    @ParameterizedTest
    @MethodSource("typesOfCases")
    void every_event_of_a_case_is_told_in_two_languages(String type) {
        assertThat(Story.of(type).zh()).containsPattern("\\p{IsHan}");
        assertThat(Story.of(type).en()).doesNotContain("regulus");
    }

    @Test
    void the_contracts_were_found() {
        assertThat(typesOfCases()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspection.inspectors-assigned",
                "inspection.complaint-registered",
                "inspection.complaint-referred",
                "inspection.complaint-closed",
                "inspection.inspection-opened",
                "inspection.inspection-planned",
                "inspection.inspection-approved",
                "sanctions.penalty-filed",
                "sanctions.investigation-closed",
                "sanctions.penalty-proposed",
                "sanctions.penalty-reviewed",
                "sanctions.penalty-withdrawn",
                "sanctions.penalty-transferred"
            })
    void what_an_authority_does_before_it_has_decided_is_not_told_to_the_operator(String name) {
        assertThat(Story.of("regulus.%s.v1".formatted(name)).forOperator()).isFalse();
        assertThat(Story.of("regulus.sanctions.penalty-noticed.v1").forOperator())
                .isTrue();
    }

    @Test
    void a_type_that_nobody_has_told_of_is_shown_by_its_name_to_officers_only() {
        Story unknown = Story.of("regulus.filing.case-invented.v1");
        assertThat(unknown.zh()).isEqualTo("regulus.filing.case-invented.v1");
        assertThat(unknown.en()).isEqualTo("regulus.filing.case-invented.v1");
        assertThat(unknown.forOperator()).isFalse();
    }
}
