package org.regulus.campaign.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActsTest {

    private final Acts acts = new Acts();

    @Test
    void what_never_came_about_is_named() {
        for (Act act : Act.values()) {
            acts.did(act, act == Act.WARNED ? 0 : 2);
        }

        assertThat(acts.missing()).containsExactly("not played: " + Act.WARNED.words);
        assertThat(acts.of(Act.Part.PENALTY)).containsEntry(Act.WARNED.words, 0).containsEntry(Act.HEARD.words, 2);
    }

    @Test
    void what_came_about_twice_is_counted_together() {
        acts.did(Act.FINED, 3);
        acts.did(Act.FINED, 1);

        assertThat(acts.times(Act.FINED)).isEqualTo(4);
    }
}
