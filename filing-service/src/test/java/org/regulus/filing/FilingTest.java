package org.regulus.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class FilingTest {

    private static final Instant NOON = Instant.parse("2019-07-01T04:00:00Z");
    private static final Instant OPENS = Instant.parse("2019-06-02T16:00:00Z");
    private static final Instant DUE = Instant.parse("2019-07-15T16:00:00Z");
    private static final Filing.Window WINDOW = new Filing.Window(OPENS, DUE, true);

    @ParameterizedTest(name = "{0}: revise {1}, submit {2}, return {3}, accept {4}, withdraw {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | revise    | submit    | return   | accept   | withdraw
            draft     | draft     | submitted | -        | -        | -
            submitted | -         | -         | returned | accepted | withdrawn
            withdrawn | withdrawn | submitted | -        | -        | -
            returned  | returned  | submitted | -        | -        | -
            accepted  | -         | -         | -        | -        | -
            """)
    void every_move_from_every_state(
            String from, String revise, String submit, String sendBack, String accept, String withdraw) {
        Filing filing = in(from);
        check(revise, () -> filing.revise());
        check(submit, () -> filing.submit(NOON, WINDOW).filing());
        check(sendBack, () -> filing.sendBack(1, NOON).filing());
        check(accept, () -> filing.accept(NOON).filing());
        check(withdraw, () -> filing.withdraw(NOON, DUE).filing());
    }

    @Test
    void the_table_has_a_row_for_each_state() {
        assertThat(Arrays.stream(FilingState.class.getPermittedSubclasses())
                        .map(state -> state.getSimpleName().toLowerCase(java.util.Locale.ROOT)))
                .containsExactlyInAnyOrder("draft", "submitted", "withdrawn", "returned", "accepted");
    }

    @Test
    void a_filing_at_the_very_deadline_is_late_and_a_moment_before_it_is_not() {
        Filing draft = in("draft");
        assertThat(draft.submit(DUE.minusNanos(1_000), WINDOW).event().late()).isFalse();
        assertThat(draft.submit(DUE, WINDOW).event().late()).isTrue();
    }

    @Test
    void a_campaign_that_refuses_late_filings_takes_none_from_the_deadline_on_but_corrections_of_timely_ones() {
        Filing.Window strict = new Filing.Window(OPENS, DUE, false);
        for (String from : new String[] {"draft", "withdrawn"}) {
            Filing filing = in(from);
            assertThat(filing.submit(DUE.minusNanos(1_000), strict).event().late())
                    .isFalse();
            assertThatThrownBy(() -> filing.submit(DUE, strict))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("filing.late-refused"));
        }
        assertThat(in("returned").submit(DUE.plusSeconds(1), strict).event().late())
                .isFalse();
    }

    @Test
    void nothing_is_taken_before_the_window_opens() {
        Filing draft = in("draft");
        assertThat(draft.submit(OPENS, WINDOW).event().late()).isFalse();
        assertThatThrownBy(() -> draft.submit(OPENS.minusNanos(1_000), WINDOW))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("filing.window-not-open"));
    }

    @Test
    void a_correction_after_the_deadline_does_not_make_a_timely_filing_late() {
        Filing returned = in("returned");
        var again = returned.submit(DUE.plusSeconds(1), WINDOW);
        assertThat(again.event().late()).isFalse();
        assertThat(again.event().submission()).isEqualTo(2);
    }

    @Test
    void a_submission_is_withdrawn_a_moment_before_the_deadline_and_not_at_it() {
        Filing submitted = in("submitted");
        var withdrawn = submitted.withdraw(DUE.minusNanos(1_000), DUE).filing();
        assertThatThrownBy(() -> submitted.withdraw(DUE, DUE))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("filing.withdrawal-too-late"));
        var again = withdrawn.submit(DUE, WINDOW).event();
        assertThat(again.late())
                .as("what was withdrawn does not save the deadline")
                .isTrue();
        assertThat(again.submission()).isEqualTo(2);
    }

    @Test
    void each_announced_move_raises_the_sequence_by_one() {
        var submitted = Filing.draft(UUID.randomUUID(), UUID.randomUUID()).submit(NOON, WINDOW);
        assertThat(submitted.filing().announced()).isEqualTo(1);
        assertThat(submitted.filing().accept(NOON).filing().announced()).isEqualTo(2);
    }

    @Test
    void a_filing_is_not_returned_without_remarks() {
        assertThatThrownBy(() -> in("submitted").sendBack(0, NOON))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("filing.return-without-remarks"));
    }

    private static Filing in(String state) {
        return new Filing(UUID.randomUUID(), UUID.randomUUID(), 1, FilingState.of(state, 1, NOON, false));
    }

    private static void check(String expected, Supplier<Filing> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("filing.move-not-allowed"));
        } else {
            assertThat(move.get().state().word()).isEqualTo(expected);
        }
    }
}
