package org.regulus.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.notification.ledger.Offsets.Seen;

class OffsetsTest {

    private static final UUID HERE = new UUID(0, 1);
    private static final UUID ABSENT = new UUID(0, 2);

    private final Offsets offsets = new Offsets(4);

    @Test
    void a_topic_whose_events_are_all_here_has_no_gap() {
        assertThat(offsets.follow(List.of(new Seen(4, HERE), new Seen(5, HERE)), Set.of()))
                .isEmpty();
        assertThat(offsets.next()).isEqualTo(6);
    }

    @Test
    void an_event_that_is_not_here_was_skipped_and_one_without_id_is_unreadable() {
        assertThat(offsets.follow(List.of(new Seen(4, ABSENT), new Seen(5, null)), Set.of(ABSENT)))
                .containsExactly(new Gap(Gap.Kind.SKIPPED, 4, 4, ABSENT), new Gap(Gap.Kind.UNREADABLE, 5, 5, null));
    }

    @Test
    void offsets_that_no_record_has_were_lost_also_between_two_readings() {
        assertThat(offsets.follow(List.of(new Seen(4, HERE), new Seen(8, HERE)), Set.of()))
                .containsExactly(new Gap(Gap.Kind.LOST, 5, 7, null));
        assertThat(offsets.follow(List.of(new Seen(10, HERE)), Set.of()))
                .containsExactly(new Gap(Gap.Kind.LOST, 9, 9, null));
    }
}
