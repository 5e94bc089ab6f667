package org.regulus.sanctions.rectification.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.rectification.Change;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOrdered;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOverdue;
import org.regulus.sanctions.rectification.OrderEvent.RectificationRejected;
import org.regulus.sanctions.rectification.OrderEvent.RectificationReported;
import org.regulus.sanctions.rectification.OrderEvent.RectificationVerified;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderNumber;
import org.regulus.sanctions.rectification.OrderState;
import org.regulus.sanctions.rectification.RectificationOrder;

/** What is announced is what the contracts say, byte for byte. */
class OrderMessagesTest {

    private static final UUID ITEM = id("d1");
    private static final Instant DUE = Instant.parse("2019-09-30T16:00:00Z");
    private static final Instant VERIFIED = Instant.parse("2019-09-25T02:00:00Z");

    private static final RectificationOrder ORDER = new RectificationOrder(
            new OrderId(id("a1")),
            new OrderNumber("MIIT", 2019, 1),
            id("b1"),
            new CaseSubject(id("01"), id("c1"), "MIIT"),
            new OfficerId("anna"),
            Instant.parse("2019-09-02T02:00:00Z"),
            List.of(OrderItem.of(ITEM, id("e1"), "change the passwords", LocalDate.of(2019, 9, 30), DUE)),
            List.of(),
            3,
            new OrderState.Ordered(DUE));

    @Test
    void each_event_of_an_order_is_its_golden_sample() {
        golden("ordered", new RectificationOrdered(Instant.parse("2019-09-02T02:00:00Z")));
        golden("reported", new RectificationReported(Instant.parse("2019-09-20T02:00:00Z")));
        golden("verified", new RectificationVerified(VERIFIED));
        golden("rejected", new RectificationRejected(List.of(ITEM), VERIFIED));
        golden("overdue", new RectificationOverdue(List.of(ITEM), DUE, Instant.parse("2019-09-30T16:00:01Z")));
        golden("taken-over", new OrderEvent.RectificationTakenOver("GDCA", VERIFIED));
        golden("acknowledged", new OrderEvent.RectificationAcknowledged(List.of(), VERIFIED));
        golden(
                "served",
                new OrderEvent.RectificationServed("post", LocalDate.of(2019, 9, 24), ORDER.items(), VERIFIED));
        golden("extension-requested", new OrderEvent.ExtensionRequested(VERIFIED));
        golden("extension-refused", new OrderEvent.ExtensionRefused(VERIFIED));
        golden("extended", new OrderEvent.RectificationExtended(ORDER.items(), VERIFIED));
        golden("suspended", new OrderEvent.RectificationSuspended(VERIFIED));
        golden("resumed", new OrderEvent.RectificationResumed(ORDER.items(), VERIFIED));
        golden("renewed", new OrderEvent.RectificationRenewed(ORDER.items(), VERIFIED));
        golden("referred", new OrderEvent.RectificationReferred(OrderNote.Referral.PENALTY, VERIFIED));
        golden(
                "regulus.sanctions.operator-interviewed.v1",
                new OrderEvent.OperatorInterviewed(LocalDate.of(2019, 10, 8), VERIFIED));
        assertThat(OrderEvent.class.getPermittedSubclasses()).hasSize(16);
    }

    private static void golden(String participle, OrderEvent event) {
        OutboxMessage message = OrderMessages.of(new Change<>(ORDER, event));
        assertThat(message.type())
                .isEqualTo(
                        participle.startsWith("regulus.")
                                ? participle
                                : "regulus.sanctions.rectification-" + participle + ".v1");
        assertThat(message.key()).isEqualTo(id("01"));
        assertThat(message.aggregate().type()).isEqualTo("rectification-order");
        assertThat(message.aggregate().sequence()).isEqualTo(3);
        assertThat(message.at()).isEqualTo(event.at());
        Golden.check(message.type(), message.data());
    }

    private static UUID id(String last) {
        return UUID.fromString("01900000-0000-7000-8000-0000000000" + last);
    }
}
