package org.regulus.sanctions.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.rectification.OrderEvent.RectificationReferred;
import org.regulus.sanctions.rectification.OrderEvent.RectificationRenewed;
import org.regulus.sanctions.rectification.OrderNote.Referred;
import org.regulus.sanctions.rectification.OrderNote.TermRenewed;
import org.regulus.sanctions.rectification.OrderNote.Wish;
import org.regulus.sanctions.rectification.OrderState.Rejected;

/** What follows a rejected report: a new term with its reasons, or the referral to those who pursue it further. */
public final class RejectionSteps {

    private RejectionSteps() {}

    /**
     * Each open item gets its new date, and the order waits for a report again: a failure to rectify is established only when that date
     * passes, too. What was referred comes back in the same way.
     */
    public static Change<RectificationRenewed> renew(
            RectificationOrder order, TermRenewed term, Pursuit pursuit, RegulatorCalendar calendar) {
        OrderState next = order.state() instanceof Rejected rejected
                ? rejected.renew(term.at())
                : order.state() instanceof OrderState.Referred referred ? referred.renew(term.at()) : null;
        if (next == null) {
            throw order.refused("set a new term for");
        }
        order.refuseWhilePursued("set a new term for", pursuit);
        Map<UUID, LocalDate> days = term.items().stream().collect(Collectors.toMap(Wish::itemId, Wish::dueOn));
        order.refuseUnlessAllOpenItems(days.keySet());
        refuseUnlessAhead(term.items(), calendar.dateOf(term.at()));
        RectificationOrder renewed = order.with(
                term,
                next,
                item -> days.containsKey(item.itemId())
                        ? item.movedTo(
                                days.get(item.itemId()),
                                calendar.endOf(days.get(item.itemId())),
                                term.reason(),
                                term.at())
                        : item);
        return new Change<>(renewed, new RectificationRenewed(renewed.openItems(), term.at()));
    }

    private static void refuseUnlessAhead(List<Wish> items, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).dueOn().isAfter(today)) {
                flaws.add(new Flaw(
                        "/items/%d/dueOn".formatted(i), "order.due-in-past", "A new term ends after today, " + today));
            }
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("order.invalid", "The new term has %d flaw(s)".formatted(flaws.size()), flaws);
        }
    }

    /** The operator reports no more: what it has to say it says where the matter is pursued. */
    public static Change<RectificationReferred> refer(RectificationOrder order, Referred referral) {
        if (!(order.state() instanceof Rejected rejected)) {
            throw order.refused("refer");
        }
        return new Change<>(
                order.with(referral, rejected.refer(referral.at()), UnaryOperator.identity()),
                new RectificationReferred(referral.to(), referral.at()));
    }
}
