package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.casefile.ConcludedInspection;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOrdered;
import org.regulus.sanctions.rectification.OrderEvent.RectificationOverdue;
import org.regulus.sanctions.rectification.OrderEvent.RectificationRejected;
import org.regulus.sanctions.rectification.OrderEvent.RectificationReported;
import org.regulus.sanctions.rectification.OrderEvent.RectificationVerified;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.OrderState.Rejected;
import org.regulus.sanctions.rectification.OrderState.Reported;
import org.regulus.sanctions.rectification.OrderState.Verified;

/** The order to put right what an inspection found: per finding a measure and a date (Penalty Law, Art. 28). */
public record RectificationOrder(
        OrderId id,
        OrderNumber number,
        UUID inspectionId,
        CaseSubject subject,
        OfficerId orderedBy,
        Instant orderedAt,
        List<OrderItem> items,
        List<OrderNote> notes,
        long version,
        OrderState state) {

    public RectificationOrder {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("An order orders something");
        }
    }

    /** Who orders, under which number, and the ids of the order and of each item. */
    public record Drawing(OrderId id, OrderNumber number, OfficerId officer, List<UUID> itemIds) {}

    public static Change<RectificationOrdered> order(
            Drawing drawing, ConcludedInspection inspection, OrderTerms terms, Instant at, RegulatorCalendar calendar) {
        var order = new RectificationOrder(
                drawing.id(),
                drawing.number(),
                inspection.inspectionId(),
                inspection.subject(),
                drawing.officer(),
                at,
                terms.against(inspection, drawing.itemIds(), at, calendar),
                List.of(),
                1,
                new Ordered(at));
        return new Change<>(order, new RectificationOrdered(at));
    }

    /**
     * The operator says what was done about every item that is still open, and about no other.
     *
     * @param statements by item id
     */
    public Change<RectificationReported> report(
            Map<UUID, OrderItem.Statement> statements, Pursuit pursuit, Instant at) {
        Reported reported = reported(openItems().stream().anyMatch(item -> item.isLate(at)), at);
        refuseWhilePursued("report on", pursuit);
        refuseUnlessAllOpenItems(statements.keySet());
        return new Change<>(
                in(
                        reported,
                        item -> statements.containsKey(item.itemId())
                                ? item.with(statements.get(item.itemId()))
                                : item),
                new RectificationReported(at));
    }

    private Reported reported(boolean late, Instant at) {
        if (state instanceof Ordered ordered) {
            return ordered.report(late, at);
        }
        if (state instanceof Overdue overdue) {
            return overdue.report(at);
        }
        if (state instanceof Rejected rejected) {
            return rejected.report(late, at);
        }
        throw refused("report on");
    }

    /** The authority found all open items put right. */
    private Change<RectificationVerified> verified(
            Reported reported, Map<UUID, OrderItem.Verdict> verdicts, Instant at) {
        return new Change<>(in(reported.verify(at), judged(verdicts)), new RectificationVerified(at));
    }

    /**
     * The authority judges every item that is still open: verified when all passed, rejected otherwise.
     *
     * @param verdicts by item id
     */
    public Change<? extends OrderEvent> judge(Map<UUID, OrderItem.Verdict> verdicts, Pursuit pursuit, Instant at) {
        if (!(state instanceof Reported reported)) {
            throw refused("verify");
        }
        refuseWhilePursued("verify", pursuit);
        refuseUnlessAllOpenItems(verdicts.keySet());
        Set<UUID> failed = openItems().stream()
                .map(OrderItem::itemId)
                .filter(item -> !verdicts.get(item).passed())
                .collect(Collectors.toCollection(TreeSet::new));
        return failed.isEmpty() ? verified(reported, verdicts, at) : rejected(reported, verdicts, failed, at);
    }

    private Change<RectificationRejected> rejected(
            Reported reported, Map<UUID, OrderItem.Verdict> verdicts, Set<UUID> failed, Instant at) {
        return new Change<>(
                in(reported.reject(failed, at), judged(verdicts)), new RectificationRejected(List.copyOf(failed), at));
    }

    /**
     * Records that items are overdue by now; empty when there is nothing new to say, which is the usual answer to a deadline whose
     * duty was met, and to being asked twice.
     */
    public Optional<Change<RectificationOverdue>> overdue(Instant at) {
        List<OrderItem> late = openItems().stream()
                .filter(item -> item.isLate(at) && !isKnownOverdue(item))
                .toList();
        if (late.isEmpty() || !(state instanceof Ordered || state instanceof Overdue)) {
            return Optional.empty();
        }
        Set<UUID> ids = late.stream().map(OrderItem::itemId).collect(Collectors.toCollection(TreeSet::new));
        Instant dueAt =
                late.stream().map(OrderItem::dueAt).min(Instant::compareTo).orElseThrow();
        Overdue next = state instanceof Overdue overdue ? overdue.overdue(ids, at) : ((Ordered) state).overdue(ids, at);
        return Optional.of(new Change<>(
                in(next, UnaryOperator.identity()), new RectificationOverdue(List.copyOf(ids), dueAt, at)));
    }

    private boolean isKnownOverdue(OrderItem item) {
        return state instanceof Overdue overdue && overdue.items().contains(item.itemId());
    }

    /** Whether the operator failed to rectify, which many provisions suppose (Order 11, Art. 22). */
    public boolean refusalEstablished() {
        return state instanceof Overdue || state instanceof Rejected || state instanceof OrderState.Referred;
    }

    /** Who made it, and who verified what was reported on it. */
    public Set<OfficerId> investigators() {
        return Stream.concat(
                        Stream.of(orderedBy),
                        items.stream()
                                .flatMap(item -> item.verdicts().stream())
                                .flatMap(verdict -> verdict.officer().stream()))
                .collect(Collectors.toSet());
    }

    public boolean fulfilled() {
        return state instanceof Verified;
    }

    public List<OrderItem> openItems() {
        return items.stream().filter(item -> !item.isPassed()).toList();
    }

    private static UnaryOperator<OrderItem> judged(Map<UUID, OrderItem.Verdict> verdicts) {
        return item -> verdicts.containsKey(item.itemId()) ? item.with(verdicts.get(item.itemId())) : item;
    }

    /** With a note, and perhaps another state and other dates. */
    RectificationOrder with(OrderNote note, OrderState next, UnaryOperator<OrderItem> each) {
        List<OrderNote> more = new ArrayList<>(notes);
        more.add(note);
        return new RectificationOrder(
                id,
                number,
                inspectionId,
                subject,
                orderedBy,
                orderedAt,
                items.stream().map(each).toList(),
                more,
                version + 1,
                next);
    }

    /** With a note that it has another holder. Its number stays that of the authority that made it. */
    RectificationOrder heldBy(String holder, OrderNote note) {
        RectificationOrder noted = with(note, state, UnaryOperator.identity());
        return new RectificationOrder(
                id,
                number,
                inspectionId,
                subject.heldBy(holder),
                orderedBy,
                orderedAt,
                noted.items(),
                noted.notes(),
                noted.version(),
                state);
    }

    private RectificationOrder in(OrderState next, UnaryOperator<OrderItem> each) {
        return new RectificationOrder(
                id,
                number,
                inspectionId,
                subject,
                orderedBy,
                orderedAt,
                items.stream().map(each).toList(),
                notes,
                version + 1,
                next);
    }

    void refuseUnlessAllOpenItems(Set<UUID> named) {
        Set<UUID> open = openItems().stream().map(OrderItem::itemId).collect(Collectors.toCollection(TreeSet::new));
        List<Refusal.Flaw> flaws = new ArrayList<>();
        named.stream()
                .filter(item -> !open.contains(item))
                .sorted()
                .forEach(item -> flaws.add(
                        new Refusal.Flaw("/items", "order.item-unknown", "No open item of the order has id " + item)));
        open.stream()
                .filter(item -> !named.contains(item))
                .forEach(item -> flaws.add(new Refusal.Flaw(
                        "/items", "order.item-missing", "Nothing is said about the open item " + item)));
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("order.items-incomplete", "Name each open item of the order, once", flaws);
        }
    }

    void refuseWhilePursued(String move, Pursuit pursuit) {
        if (pursuit == Pursuit.PROCEEDING_OPEN) {
            throw Refusal.conflict(
                    "order.proceeding-open", "Cannot %s order %s: a penalty is pursued for it".formatted(move, number));
        }
    }

    Refusal refused(String move) {
        return Refusal.conflict(
                "order.move-not-allowed",
                "Cannot %s order %s: it is %s"
                        .formatted(move, number, state.getClass().getSimpleName()));
    }
}
