package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happened to an order. */
public sealed interface OrderEvent {

    Instant at();

    record RectificationOrdered(Instant at) implements OrderEvent {}

    record RectificationReported(Instant at) implements OrderEvent {}

    record RectificationVerified(Instant at) implements OrderEvent {}

    record RectificationRejected(List<UUID> items, Instant at) implements OrderEvent {}

    /** @param dueAt the earliest date that was missed by {@code items} */
    record RectificationOverdue(List<UUID> items, Instant dueAt, Instant at) implements OrderEvent {}

    /** @param items open ones, with their dates, where the time of one begins with it */
    record RectificationAcknowledged(List<OrderItem> items, Instant at) implements OrderEvent {}

    /** @param items open ones, with their dates, where the time of one begins with it */
    record RectificationServed(String method, LocalDate on, List<OrderItem> items, Instant at) implements OrderEvent {}

    record ExtensionRequested(Instant at) implements OrderEvent {}

    /** @param items with their new dates */
    record RectificationExtended(List<OrderItem> items, Instant at) implements OrderEvent {}

    record ExtensionRefused(Instant at) implements OrderEvent {}

    record RectificationSuspended(Instant at) implements OrderEvent {}

    /** @param items open ones, whose dates moved by the days that did not count */
    record RectificationResumed(List<OrderItem> items, Instant at) implements OrderEvent {}

    /** @param items open ones, with their new dates after a rejection */
    record RectificationRenewed(List<OrderItem> items, Instant at) implements OrderEvent {}

    /** @param from the authority that held it before */
    record RectificationTakenOver(String from, Instant at) implements OrderEvent {}

    record RectificationReferred(OrderNote.Referral to, Instant at) implements OrderEvent {}

    record OperatorInterviewed(LocalDate dueOn, Instant at) implements OrderEvent {}
}
