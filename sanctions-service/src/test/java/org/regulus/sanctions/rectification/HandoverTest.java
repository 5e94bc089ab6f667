package org.regulus.sanctions.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.rectification.Orders.IN_TIME;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A case goes from MIIT to GDCA. */
class HandoverTest {

    @Test
    void every_open_order_goes_along_with_its_number_and_a_verified_one_stays() {
        for (RectificationOrder order : List.of(
                Orders.ordered(),
                Orders.overdue(),
                Orders.reported(),
                Orders.rejected(),
                Orders.referred(),
                Orders.suspended())) {
            var change = Handover.of(order, "GDCA", IN_TIME).orElseThrow();
            RectificationOrder moved = change.order();
            assertThat(moved.subject()).isEqualTo(order.subject().heldBy("GDCA"));
            assertThat(moved.number()).isEqualTo(order.number());
            assertThat(moved.state()).isEqualTo(order.state());
            assertThat(moved.items()).isEqualTo(order.items());
            assertThat(moved.version()).isEqualTo(order.version() + 1);
            assertThat(change.event().from()).isEqualTo("MIIT");
            assertThat(Handover.of(moved, "GDCA", IN_TIME)).isEmpty();
        }
        assertThat(Handover.of(Orders.verified(), "GDCA", IN_TIME)).isEmpty();
    }
}
