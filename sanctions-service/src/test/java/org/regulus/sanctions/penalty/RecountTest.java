package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;

/** Noticed on 8 October 2019, answered by the 11th; or served on the 8th, payable until the 23rd. Then more days turn out to be off. */
class RecountTest {

    private static final LocalDate PAYABLE = LocalDate.of(2019, 10, 23);

    @Example
    void a_day_off_at_the_end_gives_more_time_to_answer_before_and_after_the_answer() {
        for (PenaltyProceeding it : List.of(Proceedings.noticed(), Proceedings.defended())) {
            PenaltyProceeding later =
                    recounted(it, off(LocalDate.of(2019, 10, 11))).orElseThrow();
            // Saturday the 12th was worked that week
            assertThat(((ProceedingState.Answering) later.state()).defenceUntil())
                    .isEqualTo(Instant.parse("2019-10-12T16:00:00Z"));
            assertThat(later.state()).hasSameClassAs(it.state());
            assertThat(later.dossier().last(Sheet.DefenceRecounted.class).map(Sheet.DefenceRecounted::from))
                    .contains(LocalDate.of(2019, 10, 11));
            assertThat(later.version()).isEqualTo(it.version() + 1);
        }
        assertThat(((ProceedingState.Answering) Proceedings.noticed().state()).defenceUntil())
                .isEqualTo(DEFENCE_UNTIL);
    }

    @Example
    void a_day_off_at_the_end_gives_more_time_to_pay_and_the_clock_follows() {
        RegulatorCalendar calendar = off(PAYABLE);
        PenaltyProceeding later = recounted(Proceedings.served(), calendar).orElseThrow();
        assertThat(later.decision().orElseThrow().payUntil()).contains(PAYABLE.plusDays(1));
        assertThat(ProceedingClocks.of(later, Laws.BOOK, calendar))
                .filteredOn(clock -> clock.code().equals("payment"))
                .extracting(Clock::lastDay)
                .containsExactly(PAYABLE.plusDays(1));
        assertThat(PaymentMoves.open(later, Laws.BOOK, PAYABLE.plusDays(1))
                        .orElseThrow()
                        .all(PAYABLE.plusDays(1))
                        .surcharge())
                .isEqualTo(Laws.yuan(0));
    }

    @Example
    void instalments_have_days_of_their_own_and_nothing_else_waits_for_the_operator() {
        PenaltyProceeding inParts = PaymentMoves.grantInstalments(
                        PaymentMoves.requestInstalments(
                                        Proceedings.served(),
                                        Optional.empty(),
                                        "hardship",
                                        Proceedings.court("operator", NOON))
                                .proceeding(),
                        Optional.empty(),
                        List.of(new Sheet.Part(Proceedings.TEN_THOUSAND, PAYABLE.plusDays(30))),
                        Proceedings.court("dan", NOON))
                .proceeding();
        for (PenaltyProceeding it : List.of(
                inParts, Proceedings.proposed(), Proceedings.waived(), Proceedings.fined(), Proceedings.closed())) {
            assertThat(recounted(it, off(PAYABLE))).isEmpty();
        }
    }

    @Example
    void who_has_paid_gets_no_more_time_and_the_others_do() {
        PenaltyProceeding paid = FivePenalties.pay(FivePenalties.served(), 1, 10_000, FivePenalties.SERVED_ON)
                .proceeding();
        assertThat(paid.state()).isInstanceOf(Standing.Served.class);
        PenaltyProceeding later = recounted(paid, off(PAYABLE)).orElseThrow();
        assertThat(later.dossier().all(Sheet.PaymentRecounted.class))
                .extracting(Sheet.PaymentRecounted::penalty)
                .containsExactly(FivePenalties.LI);
        assertThat(recounted(later, off(PAYABLE))).isEmpty();
        PenaltyProceeding liPaid = FivePenalties.pay(FivePenalties.served(), 5, 2_000, FivePenalties.SERVED_ON)
                .proceeding();
        PenaltyProceeding own = recounted(liPaid, off(PAYABLE)).orElseThrow();
        assertThat(own.dossier().all(Sheet.PaymentRecounted.class))
                .extracting(Sheet.PaymentRecounted::penalty)
                .containsExactly(FivePenalties.OWN);
        assertThat(recounted(own, off(PAYABLE))).isEmpty();
    }

    /** Whatever days turn out to be off, or worked: no day that was told becomes an earlier one, and counting again moves nothing. */
    @Property(tries = 300)
    void nothing_that_was_told_comes_earlier_and_counting_twice_is_counting_once(
            @ForAll @Size(max = 12) Set<@IntRange(max = 30) Integer> days) {
        RegulatorCalendar calendar = off(days.stream()
                .map(day -> LocalDate.of(2019, 10, 8).plusDays(day))
                .toArray(LocalDate[]::new));
        for (PenaltyProceeding it : List.of(Proceedings.noticed(), Proceedings.served())) {
            Optional<PenaltyProceeding> later = recounted(it, calendar);
            later.ifPresent(moved -> {
                assertThat(end(moved)).isAfter(end(it));
                assertThat(recounted(moved, calendar)).isEmpty();
                assertThat(recounted(moved, new Autumn2019())).isEmpty();
            });
        }
    }

    private static LocalDate end(PenaltyProceeding it) {
        return it.state() instanceof ProceedingState.Answering answering
                ? Proceedings.CALENDAR.dateOf(answering.defenceUntil().minusNanos(1))
                : it.decision().orElseThrow().payUntil().orElseThrow();
    }

    private static Optional<PenaltyProceeding> recounted(PenaltyProceeding it, RegulatorCalendar calendar) {
        Optional<Change<? extends SheetFiled<?>>> change =
                Recount.of(it, new Court(by("calendar", NOON), Laws.BOOK, calendar));
        return change.map(Change::proceeding);
    }

    /** The regulator's calendar with more days off. */
    private static RegulatorCalendar off(LocalDate... days) {
        Set<LocalDate> more = Set.of(days);
        Autumn2019 before = new Autumn2019();
        return new RegulatorCalendar() {
            @Override
            public LocalDate dateOf(Instant at) {
                return before.dateOf(at);
            }

            @Override
            public Instant endOf(LocalDate day) {
                return before.endOf(day);
            }

            @Override
            public LocalDate plusWorkingDays(LocalDate start, int count) {
                LocalDate day = start;
                for (int counted = 0; counted < count; ) {
                    day = day.plusDays(1);
                    counted += rollForward(day).equals(day) ? 1 : 0;
                }
                return day;
            }

            @Override
            public LocalDate rollForward(LocalDate day) {
                LocalDate rolled = before.rollForward(day);
                return more.contains(rolled) ? rollForward(rolled.plusDays(1)) : rolled;
            }
        };
    }
}
