package org.regulus.notification.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.notification.partner.Delivery.Answer;

class DeliveryTest {

    private static final Instant NOON = Instant.parse("2019-06-03T04:00:00Z");
    private static final Delivery.Patience PATIENCE =
            new Delivery.Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofDays(3));

    private final Delivery fresh = Delivery.fresh(NOON);

    @ParameterizedTest(name = "after {0} failures, jitter {1}: {2} ms")
    @CsvSource({"0, 0, 5000", "0, 1, 10000", "1, 1, 20000", "2, 1, 40000", "3, 1, 60000", "3, 0, 30000", "99, 1, 60000"
    })
    void pauses_double_up_to_the_longest_and_are_spread_over_their_second_half(int failures, double jitter, int pause) {
        Delivery failing = new Delivery(failures, NOON, NOON, false);
        assertThat(failing.after(Answer.REFUSED, NOON, jitter, PATIENCE).dueAt())
                .isEqualTo(NOON.plusMillis(pause));
    }

    @Test
    void one_that_was_taken_forgets_the_failures() {
        Delivery failed = fresh.after(Answer.REFUSED, NOON, 1, PATIENCE);
        assertThat(failed.failures()).isOne();
        assertThat(failed.failingSince()).isEqualTo(NOON);
        assertThat(failed.after(Answer.TAKEN, NOON, 1, PATIENCE)).isEqualTo(fresh);
    }

    @Test
    void it_is_given_up_after_failing_for_so_long_and_not_before() {
        Delivery failing = fresh.after(Answer.REFUSED, NOON, 1, PATIENCE);
        Instant end = NOON.plus(PATIENCE.giveUp());
        assertThat(failing.after(Answer.REFUSED, end.minusMillis(1), 1, PATIENCE)
                        .disabled())
                .isFalse();
        assertThat(failing.after(Answer.REFUSED, end, 1, PATIENCE).disabled()).isTrue();
    }

    @Test
    void a_receiver_that_wants_no_more_is_let_be_at_once() {
        assertThat(fresh.after(Answer.GONE, NOON, 1, PATIENCE).disabled()).isTrue();
    }
}
