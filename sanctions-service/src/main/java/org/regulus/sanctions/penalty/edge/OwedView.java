package org.regulus.sanctions.penalty.edge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regulus.sanctions.penalty.Bill;
import org.regulus.sanctions.penalty.Sheet.Part;
import org.regulus.sanctions.ruleset.SurchargeRule.Surcharge;

/**
 * What is to be paid at the end of a day, part by part.
 *
 * @param fineMinor what is left of the fine
 */
record OwedView(
        LocalDate on, long fineMinor, long surchargeMinor, long totalMinor, String currency, List<OwedPartView> parts) {

    /**
     * @param daysPaused late days that do not count, because a challenge was pending
     * @param capMinor what the surcharge of this part never exceeds
     * @param explained where the calculator shows the same sum step by step, with its source; null while no day can be late
     */
    record OwedPartView(
            long fineMinor,
            LocalDate dueOn,
            long surchargeMinor,
            long daysLate,
            long daysPaused,
            Long capMinor,
            String explained) {}

    static OwedView of(Bill bill, LocalDate on) {
        Bill.Amount all = bill.all(on);
        return new OwedView(
                on,
                all.fine().minor(),
                all.surcharge().minor(),
                all.total().minor(),
                all.fine().currency().getCurrencyCode(),
                bill.parts().stream().map(part -> part(bill, part, on)).toList());
    }

    private static OwedPartView part(Bill bill, Part part, LocalDate on) {
        Optional<Surcharge> surcharge = bill.surcharge(part, on);
        return new OwedPartView(
                part.amount().minor(),
                part.dueOn(),
                surcharge.map(late -> late.amount().minor()).orElse(0L),
                surcharge.map(Surcharge::daysLate).orElse(0L),
                surcharge.map(Surcharge::daysPaused).orElse(0L),
                surcharge.map(late -> late.cap().minor()).orElse(null),
                surcharge.map(late -> calculator(bill, part, on)).orElse(null));
    }

    private static String calculator(Bill bill, Part part, LocalDate on) {
        return "/surcharge?fineMinor=%d&currency=%s&dueOn=%s&on=%s"
                        .formatted(
                                part.amount().minor(), part.amount().currency().getCurrencyCode(), part.dueOn(), on)
                + bill.pauses().stream()
                        .map(pause -> "&pause=%s/%s".formatted(pause.from(), pause.to()))
                        .collect(Collectors.joining());
    }
}
