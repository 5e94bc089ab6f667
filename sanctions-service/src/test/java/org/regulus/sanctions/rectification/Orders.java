package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.casefile.ConcludedInspection;
import org.regulus.sanctions.casefile.Finding;

/** Orders named by what they mean. The first item is due on 16 September 2019, the second on the 30th. */
public final class Orders {

    static final Autumn2019 CALENDAR = new Autumn2019();
    public static final Instant ORDERED_AT = Instant.parse("2019-09-02T02:00:00Z");
    public static final Instant IN_TIME = Instant.parse("2019-09-10T02:00:00Z");
    /** The first item's date has passed, the second's has not. */
    public static final Instant FIRST_LATE = Instant.parse("2019-09-16T16:00:00Z");

    public static final Instant ALL_LATE = Instant.parse("2019-09-30T16:00:00Z");
    public static final UUID FIRST = id(0xd1);
    public static final UUID SECOND = id(0xd2);
    static final UUID FINDING = id(0xe1);
    static final UUID OTHER_FINDING = id(0xe2);

    static final OrderNote.Suspended SUSPENSION =
            new OrderNote.Suspended("closed", LocalDate.of(2019, 9, 10), "anna", IN_TIME);

    private Orders() {}

    public static UUID id(int n) {
        return new UUID(0x0190000000007000L, 0x8000000000000000L + n);
    }

    static ConcludedInspection inspection() {
        return new ConcludedInspection(
                id(0xb1),
                Optional.empty(),
                new CaseSubject(id(1), id(0xc1), "MIIT"),
                List.of(
                        new Finding(FINDING, "q1", "major", "Order 11 Art. 11"),
                        new Finding(OTHER_FINDING, "q2", "minor", "Order 11 Art. 12")),
                ORDERED_AT,
                4);
    }

    static OrderTerms terms(OrderTerms.Term... items) {
        return new OrderTerms(List.of(items));
    }

    public static Change<OrderEvent.RectificationOrdered> made() {
        return made(terms(
                new OrderTerms.Term(FINDING, "change the passwords", LocalDate.of(2019, 9, 16)),
                new OrderTerms.Term(OTHER_FINDING, "keep the logs", LocalDate.of(2019, 9, 30))));
    }

    static Change<OrderEvent.RectificationOrdered> made(OrderTerms terms) {
        return RectificationOrder.order(
                new RectificationOrder.Drawing(
                        new OrderId(id(0xa1)),
                        new OrderNumber("MIIT", 2019, 1),
                        new OfficerId("anna"),
                        List.of(FIRST, SECOND)),
                inspection(),
                terms,
                ORDERED_AT,
                new Autumn2019());
    }

    public static RectificationOrder ordered() {
        return made().order();
    }

    public static RectificationOrder overdue() {
        return ordered().overdue(FIRST_LATE).orElseThrow().order();
    }

    static RectificationOrder reported() {
        return ordered().report(all(ordered()), Pursuit.NONE, IN_TIME).order();
    }

    public static RectificationOrder rejected() {
        return reported().judge(verdicts(true, false), Pursuit.NONE, IN_TIME).order();
    }

    public static RectificationOrder verified() {
        return reported().judge(verdicts(true, true), Pursuit.NONE, IN_TIME).order();
    }

    public static RectificationOrder referred() {
        return RejectionSteps.refer(
                        rejected(),
                        new OrderNote.Referred(OrderNote.Referral.PENALTY, "twice in vain", "anna", IN_TIME))
                .order();
    }

    public static RectificationOrder suspended() {
        return OrderSteps.suspend(ordered(), SUSPENSION, Pursuit.NONE).order();
    }

    /** A statement about every open item. */
    static Map<UUID, OrderItem.Statement> all(RectificationOrder order) {
        return order.openItems().stream()
                .collect(Collectors.toMap(
                        OrderItem::itemId, item -> new OrderItem.Statement("done", List.of(), IN_TIME)));
    }

    static Map<UUID, OrderItem.Verdict> verdicts(boolean first, boolean second) {
        return Map.of(FIRST, verdict(first), SECOND, verdict(second));
    }

    static OrderItem.Verdict verdict(boolean passed) {
        return new OrderItem.Verdict(passed, "", OrderItem.Place.ON_PAPER, "vera", IN_TIME);
    }
}
