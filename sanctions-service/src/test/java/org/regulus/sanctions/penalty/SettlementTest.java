package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;

/** Whatever was granted, paid and changed: the clock and the bill say the same, and what is paid does not wait for a payment. */
class SettlementTest {

    private static final LocalDate FIRST_DUE = LocalDate.of(2019, 11, 8);

    @Property(tries = 300)
    void the_clock_runs_for_the_first_part_on_the_bill_and_nothing_paid_stays_open(
            @ForAll @IntRange(min = 1, max = 10) int parts,
            @ForAll @IntRange(max = 9) int paid,
            @ForAll @IntRange(min = 1, max = 10_000) int left) {
        PenaltyProceeding it = granted(parts);
        for (int i = 0; i < Math.min(paid, parts - 1); i++) {
            it = paidOne(it);
            sameDay(it);
        }
        PenaltyProceeding changed = changed(it, left);
        sameDay(changed);
        Optional<Bill> open = PaymentMoves.open(changed, Laws.BOOK, today().today());
        assertThat(ChallengeMoves.settled(it, changed, today()).isPresent()).isEqualTo(open.isEmpty());
        long before = 10_000L / parts * Math.min(paid, parts - 1);
        assertThat(open.map(bill -> bill.all(FIRST_DUE.minusMonths(1)).fine()))
                .isEqualTo(left > before ? Optional.of(Laws.yuan(left - before)) : Optional.empty());
    }

    private static void sameDay(PenaltyProceeding it) {
        Optional<LocalDate> onTheBill = PaymentMoves.open(it, Laws.BOOK, today().today())
                .map(bill -> bill.parts().get(0).dueOn());
        assertThat(ProceedingClocks.of(it, Laws.BOOK, CALENDAR).stream()
                        .filter(clock -> clock.code().equals("payment"))
                        .map(Clock::lastDay)
                        .findFirst())
                .isEqualTo(onTheBill);
    }

    private static PenaltyProceeding granted(int parts) {
        PenaltyProceeding asked = PaymentMoves.requestInstalments(
                        Proceedings.served(), Optional.empty(), "hardship", court("operator", Proceedings.NOON))
                .proceeding();
        long each = 10_000L / parts;
        List<Sheet.Part> plan = IntStream.range(0, parts)
                .mapToObj(i -> new Sheet.Part(
                        Laws.yuan(i == parts - 1 ? 10_000 - each * (parts - 1) : each), FIRST_DUE.plusMonths(i)))
                .toList();
        return PaymentMoves.grantInstalments(asked, Optional.empty(), plan, court("dan", Proceedings.NOON))
                .proceeding();
    }

    private static PenaltyProceeding paidOne(PenaltyProceeding it) {
        Court court = today();
        Bill.Amount next =
                PaymentMoves.open(it, Laws.BOOK, court.today()).orElseThrow().first(1, FIRST_DUE.minusMonths(1));
        return PaymentMoves.pay(it, Optional.empty(), next.total(), FIRST_DUE.minusMonths(1), court)
                .proceeding();
    }

    private static PenaltyProceeding changed(PenaltyProceeding it, int left) {
        LocalDate day = FIRST_DUE.minusMonths(1);
        PenaltyProceeding pending = ChallengeMoves.challenge(
                        it, Sheet.Challenge.RECONSIDERATION, Optional.empty(), day, today())
                .proceeding();
        return ChallengeMoves.resolve(
                        pending, Judgment.of(Sheet.Resolution.CHANGED, Optional.of(Laws.yuan(left))), day, today())
                .proceeding();
    }

    private static Court today() {
        return court("ben", Instant.parse("2019-10-09T02:00:00Z"));
    }
}
