package org.regulus.notification.duty.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class ReminderDeadlineTest {

    @Test
    void a_reminder_is_announced_as_the_golden_sample_says() {
        var event = ReminderDeadline.event(
                new UUID(0, 1),
                2,
                new ReminderDeadline.DutyReminded(
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000003"),
                        "MIIT",
                        "filing",
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
                        7,
                        Instant.parse("2019-07-15T16:00:00Z"),
                        Instant.parse("2019-07-08T01:00:00Z")));
        assertThat(event.aggregate().sequence()).isEqualTo(2);
        Golden.check(ReminderDeadline.REMINDED, event.data());
    }
}
