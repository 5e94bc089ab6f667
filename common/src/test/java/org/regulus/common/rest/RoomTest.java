package org.regulus.common.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST = 30;

    private final Room room = new Room(2, LONGEST);

    @Test
    void one_too_many_is_turned_away_until_somebody_leaves() {
        assertThat(room.enter(0)).isTrue();
        assertThat(room.enter(0)).isTrue();
        assertThat(room.enter(0)).isFalse();
        room.leave(0);
        assertThat(room.enter(0)).isTrue();
        assertThat(room.inside()).isEqualTo(2);
    }

    @Test
    void a_few_come_again_soon() {
        assertThat(room.comeAgainInSeconds()).isBetween(1, 2);
    }

    @Test
    void a_crowd_comes_again_later_and_later_up_to_a_limit_and_spread() {
        seconds(1, 12, 100);
        int[] waits =
                IntStream.range(0, 200).map(i -> room.comeAgainInSeconds()).toArray();
        assertThat(IntStream.of(waits)).allMatch(wait -> wait >= LONGEST / 2 && wait <= LONGEST * 3 / 2);
        assertThat(IntStream.of(waits).distinct().count()).isGreaterThan(10);
    }

    @Test
    void the_wait_grows_by_how_many_more_come_than_are_served_and_shrinks_when_all_find_room() {
        seconds(1, 4, 4);
        assertThat(room.comeAgainInSeconds()).isBetween(4, 12);
        seconds(5, 24, 2);
        assertThat(room.comeAgainInSeconds()).isBetween(1, 2);
    }

    @Test
    void nobody_waits_for_a_crowd_that_is_long_gone() {
        seconds(1, 12, 100);
        room.enter(20 * SECOND);
        assertThat(room.comeAgainInSeconds()).isBetween(1, 2);
    }

    /** In each of these seconds so many come, and all that find room are served. */
    private void seconds(int from, int to, int come) {
        for (int second = from; second <= to; second++) {
            for (int i = 0; i < come; i++) {
                room.enter(second * SECOND);
            }
            while (room.inside() > 0) {
                room.leave(second * SECOND);
            }
        }
    }
}
