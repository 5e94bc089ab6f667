package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.casefile.ConcludedInspection;

/** What an officer wants ordered, before it is an order. */
public record OrderTerms(List<Term> items) {

    /** One measure for one finding, by a day or within days from service. */
    public record Term(UUID findingId, String measure, Due due) {

        public Term(UUID findingId, String measure, LocalDate dueOn) {
            this(findingId, measure, new ByDay(dueOn));
        }
    }

    /** Until when. */
    public sealed interface Due {}

    public record ByDay(LocalDate day) implements Due {}

    public record WithinDays(int days) implements Due {}

    /**
     * @param ids one fresh id for each item
     * @throws Refusal INVALID with every flaw at once: {@code order.finding-unknown}, {@code order.finding-twice},
     *     {@code order.due-in-past}
     */
    List<OrderItem> against(ConcludedInspection inspection, List<UUID> ids, Instant at, RegulatorCalendar calendar) {
        List<Flaw> flaws = flaws(inspection, calendar.dateOf(at));
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("order.invalid", "The order has %d flaw(s)".formatted(flaws.size()), flaws);
        }
        List<OrderItem> ordered = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Term term = items.get(i);
            ordered.add(item(ids.get(i), term, calendar.dateOf(at), calendar));
        }
        return ordered;
    }

    private static OrderItem item(UUID id, Term term, LocalDate today, RegulatorCalendar calendar) {
        if (term.due() instanceof WithinDays within) {
            LocalDate ifServedToday = calendar.rollForward(today.plusDays(within.days()));
            return OrderItem.of(id, term.findingId(), term.measure(), ifServedToday, calendar.endOf(ifServedToday))
                    .fromService(within.days());
        }
        LocalDate day = ((ByDay) term.due()).day();
        return OrderItem.of(id, term.findingId(), term.measure(), day, calendar.endOf(day));
    }

    private List<Flaw> flaws(ConcludedInspection inspection, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Term term = items.get(i);
            if (!inspection.found(term.findingId())) {
                flaws.add(new Flaw(
                        "/items/%d/findingId".formatted(i),
                        "order.finding-unknown",
                        "The inspection has no finding " + term.findingId()));
            } else if (!seen.add(term.findingId())) {
                flaws.add(new Flaw(
                        "/items/%d/findingId".formatted(i),
                        "order.finding-twice",
                        "Another item is about finding " + term.findingId()));
            }
            if (term.due() instanceof ByDay by && !by.day().isAfter(today)) {
                flaws.add(new Flaw(
                        "/items/%d/dueOn".formatted(i),
                        "order.due-in-past",
                        "An item is due after the day of the order, " + today));
            }
        }
        return flaws;
    }
}
