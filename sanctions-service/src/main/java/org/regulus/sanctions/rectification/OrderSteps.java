package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.rectification.OrderEvent.ExtensionRefused;
import org.regulus.sanctions.rectification.OrderEvent.OperatorInterviewed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationExtended;
import org.regulus.sanctions.rectification.OrderEvent.RectificationResumed;
import org.regulus.sanctions.rectification.OrderEvent.RectificationSuspended;
import org.regulus.sanctions.rectification.OrderNote.ExtensionDecided;
import org.regulus.sanctions.rectification.OrderNote.ExtensionRequested;
import org.regulus.sanctions.rectification.OrderNote.Wish;
import org.regulus.sanctions.rectification.OrderState.Open;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.OrderState.Suspended;
import org.regulus.sanctions.rectification.OrderState.Verified;

/** The steps beside the way from order to verification: more time, stopped time, and the interview. */
public final class OrderSteps {

    private OrderSteps() {}

    /** Before the date of each named item has passed, also while another is overdue; a request waits for its decision before the next. */
    public static Change<OrderEvent.ExtensionRequested> requestExtension(
            RectificationOrder order, List<Wish> wishes, String reason, Instant at) {
        if (!(order.state() instanceof Ordered || order.state() instanceof Overdue)) {
            throw order.refused("ask for more time for");
        }
        if (pending(order).isPresent()) {
            throw Refusal.conflict("order.extension-pending", "The last request is not decided yet");
        }
        Map<UUID, OrderItem> open = order.openItems().stream().collect(Collectors.toMap(OrderItem::itemId, one -> one));
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            OrderItem item = open.get(wishes.get(i).itemId());
            if (item == null) {
                flaws.add(new Flaw("/items/%d/itemId".formatted(i), "order.item-unknown", "No open item has that id"));
            } else if (item.isLate(at)) {
                flaws.add(new Flaw("/items/%d/itemId".formatted(i), "order.extension-late", "Its date has passed"));
            } else if (!wishes.get(i).dueOn().isAfter(item.dueOn())) {
                flaws.add(new Flaw(
                        "/items/%d/dueOn".formatted(i), "order.extension-no-later", "It is due later already"));
            }
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("order.extension-invalid", "This cannot be extended", flaws);
        }
        return new Change<>(
                order.with(new ExtensionRequested(wishes, reason, at), order.state(), UnaryOperator.identity()),
                new OrderEvent.ExtensionRequested(at));
    }

    /** In writing: by somebody else than who made the order, so that nobody corrects itself unseen. */
    public static Change<? extends OrderEvent> decideExtension(
            RectificationOrder order, ExtensionDecided decided, Pursuit pursuit, RegulatorCalendar calendar) {
        ExtensionRequested asked = pending(order)
                .orElseThrow(() -> Refusal.conflict(
                        "order.no-extension-request", "Nobody asked for more time, or it was decided"));
        if (!(order.state() instanceof Open)) {
            throw order.refused("decide on more time for");
        }
        if (decided.by().equals(order.orderedBy().value())) {
            throw Refusal.conflict("order.same-person", "Who made the order does not decide on more time for it");
        }
        if (!decided.granted()) {
            return new Change<>(
                    order.with(decided, order.state(), UnaryOperator.identity()), new ExtensionRefused(decided.at()));
        }
        order.refuseWhilePursued("grant more time for", pursuit);
        Map<UUID, LocalDate> days = asked.wishes().stream().collect(Collectors.toMap(Wish::itemId, Wish::dueOn));
        OrderState next =
                order.state() instanceof Overdue overdue ? overdue.without(days.keySet(), decided.at()) : order.state();
        RectificationOrder moved = order.with(
                decided,
                next,
                item -> days.containsKey(item.itemId())
                        ? item.movedTo(
                                days.get(item.itemId()),
                                calendar.endOf(days.get(item.itemId())),
                                decided.reason(),
                                decided.at())
                        : item);
        return new Change<>(moved, new RectificationExtended(named(moved, days), decided.at()));
    }

    private static List<OrderItem> named(RectificationOrder order, Map<UUID, LocalDate> days) {
        return order.items().stream()
                .filter(item -> days.containsKey(item.itemId()))
                .toList();
    }

    /** Not while a penalty is pursued: that would take its precondition away. */
    public static Change<RectificationSuspended> suspend(
            RectificationOrder order, OrderNote.Suspended suspension, Pursuit pursuit) {
        if (!(order.state() instanceof Open open)) {
            throw order.refused("suspend");
        }
        order.refuseWhilePursued("suspend", pursuit);
        return new Change<>(
                order.with(suspension, open.suspend(suspension.on(), suspension.at()), UnaryOperator.identity()),
                new RectificationSuspended(suspension.at()));
    }

    /** The days of the suspension do not count: each date that had not passed moves by them, and then off a day off. */
    public static Change<RectificationResumed> resume(
            RectificationOrder order, OfficerId officer, RegulatorCalendar calendar, Instant at) {
        if (!(order.state() instanceof Suspended suspended)) {
            throw order.refused("resume");
        }
        LocalDate today = calendar.dateOf(at);
        long days = ChronoUnit.DAYS.between(suspended.on(), today);
        String reason = "suspended from %s to %s".formatted(suspended.on(), today);
        RectificationOrder resumed =
                order.with(new OrderNote.Resumed(today, days, officer.value(), at), suspended.resume(), item -> {
                    if (item.isPassed() || item.isLate(suspended.at()) || item.awaitsService() || days == 0) {
                        return item;
                    }
                    LocalDate day = calendar.rollForward(item.dueOn().plusDays(days));
                    return item.movedTo(day, calendar.endOf(day), reason, at);
                });
        return new Change<>(resumed, new RectificationResumed(resumed.openItems(), at));
    }

    /** Facts are told, and the operator takes on a duty by a day. It changes no date of the order. */
    public static Change<OperatorInterviewed> interview(
            RectificationOrder order, OrderNote.Interviewed interview, RegulatorCalendar calendar) {
        if (order.state() instanceof Verified) {
            throw order.refused("hold an interview on");
        }
        LocalDate today = calendar.dateOf(interview.at());
        if (interview.heldOn().isAfter(today) || !interview.dueOn().isAfter(interview.heldOn())) {
            throw Refusal.invalid(
                    "order.interview-dates",
                    "An interview was held by today, and its duty is due later",
                    List.of(new Flaw("/heldOn", "order.interview-dates", "Held by today, due later")));
        }
        return new Change<>(
                order.with(interview, order.state(), UnaryOperator.identity()),
                new OperatorInterviewed(interview.dueOn(), interview.at()));
    }

    /** The request that waits for its decision. */
    public static Optional<ExtensionRequested> pending(RectificationOrder order) {
        List<OrderNote> about = order.notes().stream()
                .filter(note -> note instanceof ExtensionRequested || note instanceof ExtensionDecided)
                .toList();
        return about.isEmpty()
                ? Optional.empty()
                : Optional.of(about.get(about.size() - 1))
                        .filter(ExtensionRequested.class::isInstance)
                        .map(ExtensionRequested.class::cast);
    }

    static <N extends OrderNote> Optional<N> last(RectificationOrder order, Class<N> kind) {
        return order.notes().stream().filter(kind::isInstance).map(kind::cast).reduce((one, other) -> other);
    }
}
