package org.regulus.notification.partner.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.notification.partner.edge.PartnerGrants.Grant;
import org.regulus.notification.partner.edge.PartnerGrants.PartnerGranted;
import org.regulus.notification.partner.edge.SubscriptionMessages.SubscriptionDisabled;
import org.regulus.notification.partner.edge.SubscriptionMessages.SubscriptionEnded;

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

    @Test
    void one_that_its_partner_ended_is_announced_as_the_golden_sample_says() {
        var event = SubscriptionMessages.ended(
                new SubscriptionEnded(
                        UUID.fromString("01976a2e-5c00-7000-8000-00000000000c"),
                        "01976a2e-5c00-7000-8000-00000000000d",
                        "webhook",
                        42,
                        Instant.parse("2019-06-06T01:00:05Z")),
                1);
        Golden.check(SubscriptionMessages.ENDED, event.data());
    }

    @Test
    void what_a_partner_may_see_is_announced_as_the_golden_sample_says() {
        var event = PartnerGrants.granted(
                new PartnerGranted(
                        "01976a2e-5c00-7000-8000-00000000000d",
                        List.of(new Grant("GDCA", "public"), new Grant("MIIT", "restricted")),
                        "01976a2e-5c00-7000-8000-00000000000e",
                        Instant.parse("2019-06-03T01:00:05Z")),
                1);
        Golden.check(PartnerGrants.GRANTED, event.data());
    }
}
