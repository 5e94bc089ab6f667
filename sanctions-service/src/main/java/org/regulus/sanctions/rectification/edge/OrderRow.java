package org.regulus.sanctions.rectification.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderNumber;
import org.regulus.sanctions.rectification.OrderState;
import org.regulus.sanctions.rectification.OrderState.Open;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.OrderState.Referred;
import org.regulus.sanctions.rectification.OrderState.Rejected;
import org.regulus.sanctions.rectification.OrderState.Reported;
import org.regulus.sanctions.rectification.OrderState.Suspended;
import org.regulus.sanctions.rectification.OrderState.Verified;
import org.regulus.sanctions.rectification.RectificationOrder;

@Entity
@Table(name = "rectification_order")
class OrderRow {

    @Id
    UUID id;

    /** Who holds the case. */
    String authority;

    /** Who made the order, and gave it its number. */
    String issuer;

    int year;
    int serial;

    @Column(name = "inspection_id")
    UUID inspectionId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Contents contents;

    long version;
    String state;

    @Column(name = "state_at")
    Instant stateAt;

    boolean late;

    /**
     * What the order is about, and which of its items the state is about. A JSON object, because Hibernate Reactive stores no JSON
     * array at the top.
     */
    record Contents(
            List<Item> items, List<UUID> ofState, List<NoteColumn> notes, String before, LocalDate suspendedOn) {
        Contents {
            notes = notes == null ? List.of() : notes;
        }
    }

    /** An item as it is stored. */
    record Item(
            UUID itemId,
            UUID findingId,
            String measure,
            LocalDate dueOn,
            Instant dueAt,
            List<OrderItem.Statement> statements,
            List<OrderItem.Verdict> verdicts,
            List<OrderItem.DueChange> dueChanges,
            Integer daysFromService) {

        static Item of(OrderItem item) {
            return new Item(
                    item.itemId(),
                    item.findingId(),
                    item.measure(),
                    item.dueOn(),
                    item.dueAt(),
                    item.statements(),
                    item.verdicts(),
                    item.dueChanges(),
                    item.daysFromService().orElse(null));
        }

        OrderItem toDomain() {
            return new OrderItem(
                    itemId,
                    findingId,
                    measure,
                    dueOn,
                    dueAt,
                    statements,
                    verdicts,
                    dueChanges,
                    Optional.ofNullable(daysFromService));
        }
    }

    static OrderRow of(RectificationOrder order) {
        OrderRow row = new OrderRow();
        row.id = order.id().value();
        row.issuer = order.number().authority();
        row.year = order.number().year();
        row.serial = order.number().serial();
        row.inspectionId = order.inspectionId();
        row.caseId = order.subject().caseId();
        row.operatorId = order.subject().operatorId();
        row.orderedBy = order.orderedBy().value();
        row.orderedAt = order.orderedAt();
        row.show(order);
        return row;
    }

    void show(RectificationOrder order) {
        authority = order.subject().authority();
        version = order.version();
        if (order.state() instanceof Suspended suspended) {
            stand(order, suspended.before());
            contents = contents(order, suspended.before(), state, suspended.on());
            state = "suspended";
            stateAt = suspended.at();
        } else {
            stand(order, order.state());
        }
    }

    private void stand(RectificationOrder order, OrderState in) {
        contents = contents(order, in, null, null);
        if (in instanceof Ordered ordered) {
            stand("ordered", ordered.at());
        } else if (in instanceof Overdue overdue) {
            stand("overdue", overdue.at());
        } else if (in instanceof Reported reported) {
            late = reported.late();
            stand("reported", reported.at());
        } else if (in instanceof Rejected rejected) {
            stand("rejected", rejected.at());
        } else if (in instanceof Referred referred) {
            stand("referred", referred.at());
        } else if (in instanceof Verified verified) {
            stand("verified", verified.at());
        }
    }

    private static Contents contents(RectificationOrder order, OrderState in, String before, LocalDate suspendedOn) {
        return new Contents(
                order.items().stream().map(Item::of).toList(),
                about(in).stream().sorted().toList(),
                order.notes().stream().map(NoteColumn::new).toList(),
                before,
                suspendedOn);
    }

    private static Set<UUID> about(OrderState in) {
        if (in instanceof Overdue overdue) {
            return overdue.items();
        }
        if (in instanceof Rejected rejected) {
            return rejected.items();
        }
        return in instanceof Referred referred ? referred.items() : Set.of();
    }

    private void stand(String in, Instant since) {
        state = in;
        stateAt = since;
    }

    RectificationOrder toDomain() {
        return new RectificationOrder(
                new OrderId(id),
                new OrderNumber(issuer, year, serial),
                inspectionId,
                subject(),
                new OfficerId(orderedBy),
                orderedAt,
                contents.items().stream().map(Item::toDomain).toList(),
                contents.notes().stream().map(NoteColumn::note).toList(),
                version,
                state());
    }

    CaseSubject subject() {
        return new CaseSubject(caseId, operatorId, authority);
    }

    private OrderState state() {
        return switch (state) {
            case "suspended" -> new Suspended(open(contents.before()), contents.suspendedOn(), stateAt);
            case "verified" -> new Verified(stateAt);
            case "referred" -> new Referred(Set.copyOf(contents.ofState()), stateAt);
            default -> open(state);
        };
    }

    private Open open(String in) {
        return switch (in) {
            case "ordered" -> new Ordered(stateAt);
            case "overdue" -> new Overdue(Set.copyOf(contents.ofState()), stateAt);
            case "reported" -> new Reported(late, stateAt);
            case "rejected" -> new Rejected(Set.copyOf(contents.ofState()), stateAt);
            default -> throw new IllegalStateException("Unknown state of an order: " + in);
        };
    }
}
