package org.regulus.notification.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;

class SearchRulesTest {

    @Test
    void a_name_is_kept_without_the_spaces_around_it() {
        assertThat(SearchRules.name(" 广东逾期 ", List.of("due soon"))).isEqualTo("广东逾期");
    }

    @Test
    void a_name_is_taken_in_whichever_case_it_is_written() {
        assertThatThrownBy(() -> SearchRules.name("Due Soon ", List.of("due soon")))
                .isInstanceOf(Refusal.class)
                .extracting(no -> ((Refusal) no).code())
                .isEqualTo("saved-search.name-taken");
    }

    @Test
    void fifty_are_kept_and_no_more() {
        List<String> kept = IntStream.range(0, SearchRules.PER_PERSON_MAX)
                .mapToObj(String::valueOf)
                .toList();
        assertThat(SearchRules.name("last", kept.subList(1, kept.size()))).isEqualTo("last");
        assertThatThrownBy(() -> SearchRules.name("one more", kept))
                .isInstanceOf(Refusal.class)
                .extracting(no -> ((Refusal) no).code())
                .isEqualTo("saved-search.too-many");
    }
}
