package org.regulus.notification.partner.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.notification.partner.edge.SubscriptionMessages.SubscriptionDisabled;

class SubscriptionMessagesTest {

    @Test
    void a_subscription_that_was_given_up_is_announced_as_the_golden_sample_says() {
        var event = SubscriptionMessages.disabled(
                new SubscriptionDisabled(
                        UUID.fromString("01976a2e-5c00-7000-8000-00000000000c"),
                        "01976a2e-5c00-7000-8000-00000000000d",
                        31,
                        Instant.parse("2019-06-03T01:00:05Z"),
                        Instant.parse("2019-06-06T01:00:05Z")),
                1);
        Golden.check(SubscriptionMessages.DISABLED, event.data());
    }
}
