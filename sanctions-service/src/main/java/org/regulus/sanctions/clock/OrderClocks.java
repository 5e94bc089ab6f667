package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderState.Ordered;
import org.regulus.sanctions.rectification.OrderState.Overdue;
import org.regulus.sanctions.rectification.OrderState.Reported;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.RuleBook;

/** The limits of an order: the operator's for each item, the authority's to verify, and a duty from an interview. */
public final class OrderClocks {

    private OrderClocks() {}

    public static List<Clock> of(RectificationOrder order, RuleBook rules, RegulatorCalendar calendar) {
        List<Clock> running = new ArrayList<>();
        if (order.state() instanceof Ordered || order.state() instanceof Overdue) {
            order.openItems().stream()
                    .filter(item -> !item.awaitsService())
                    .forEach(item -> running.add(item(order, item)));
        }
        if (order.state() instanceof Reported reported) {
            LocalDate reportedOn = calendar.dateOf(reported.at());
            rules.procedure(RuleBook.HOME, reportedOn)
                    .flatMap(procedure -> procedure.limit("verification"))
                    .ifPresent(limit -> running.add(verification(order, limit, reportedOn, calendar)));
        }
        for (OrderNote note : order.notes()) {
            if (note instanceof OrderNote.Interviewed interview) {
                running.add(duty(order, interview));
            }
        }
        return running;
    }

    private static Clock item(RectificationOrder order, OrderItem item) {
        String basis = item.dueChanges().isEmpty()
                ? "as ordered"
                : item.dueChanges().get(item.dueChanges().size() - 1).reason();
        return new Clock(
                item.itemId(),
                "rectification-item",
                "operator",
                item.dueOn(),
                basis,
                "the order is overdue, and a penalty may be proposed",
                new Provenance("Order %s".formatted(order.number()), true));
    }

    private static Clock verification(
            RectificationOrder order, Limit limit, LocalDate reportedOn, RegulatorCalendar calendar) {
        return new Clock(
                order.id().value(),
                limit.code(),
                limit.by(),
                limit.lastDay(reportedOn, calendar),
                "%d %s after %s"
                        .formatted(
                                limit.period().length(), limit.period().unit().code(), reportedOn),
                limit.otherwise(),
                limit.period().provenance());
    }

    private static Clock duty(RectificationOrder order, OrderNote.Interviewed interview) {
        return new Clock(
                order.id().value(),
                "interview-duty",
                "operator",
                interview.dueOn(),
                "taken on in the interview of " + interview.heldOn(),
                "the interview was in vain",
                new Provenance("Cybersecurity Law, Art. 56 (2016); the interview's record", true));
    }
}
