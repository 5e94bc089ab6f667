package org.regulus.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of the consistent sampler. */
class ConsistentSamplerTest {

    private static final ConsistentSampler PI = new ConsistentSampler("314159");

    @Test
    void the_fraction_of_abc_is_the_published_one() {
        assertThat(ConsistentSampler.fraction("abc"))
                .isEqualTo("0.56998071861792858926477341561059638840106636224182943832566300809078486324348");
    }

    @Test
    void the_first_fraction_of_a_ticket_is_the_published_one() {
        assertThat(new ConsistentSampler("01382438112797316654").ticket("AB-130"))
                .isEqualTo("0.26299714122838008416507544297546663599715395525154425586041245287750224561854");
    }

    @ParameterizedTest
    @CsvSource({
        "B-2, 0.410310858", "B-3, 0.470960291", "A-3, 0.471438751", "A-2, 0.567089805", "B-1, 0.9781715679",
        "A-1, 0.9828515724", "cd-1, 0.317685817", "ef-3, 0.832984519", "ab-1, 0.9098039269", "ab-2, 0.9231549043"
    })
    void tickets_begin_as_published(String id, String beginning) {
        assertThat(PI.ticket(id)).startsWith(beginning);
    }

    @Test
    void the_smallest_tickets_are_drawn_in_order() {
        assertThat(PI.draw(List.of("A-1", "A-2", "A-3", "B-1", "B-2", "B-3"), 4))
                .containsExactly("B-2", "B-3", "A-3", "A-2");
    }

    @Test
    void taking_an_id_out_leaves_the_others_in_their_order() {
        assertThat(PI.draw(List.of("A-1", "A-2", "B-1", "B-2", "B-3"), 4)).containsExactly("B-2", "B-3", "A-2", "B-1");
    }
}
