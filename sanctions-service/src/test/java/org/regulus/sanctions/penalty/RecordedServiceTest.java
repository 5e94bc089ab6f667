package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.sanctions.penalty.Proceedings.DEFENCE_UNTIL;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.penalty.PaperMoves.Copy;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.Sheet.Paper;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/** What the notification-service recorded starts the clocks as the step by hand does, and never shortens a period. */
class RecordedServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 10, 8);
    private static final Arrival BY_POST = arrival(ServiceMethod.MAIL, TODAY.plusDays(1));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Proposed, -, -, -, -",
        "Approved, -, -, -, -",
        "Noticed, -, Noticed, -, -",
        "Defended, -, Defended, -, -",
        "Waived, -, -, -, -",
        "HearingRequested, -, -, -, -",
        "HearingCalled, -, -, HearingCalled, -",
        "HearingHeld, -, -, -, -",
        "Decided, Served, -, -, -",
        "Served, -, -, -, Served",
        "Paid, -, -, -, -",
        "Withdrawn, -, -, -, -",
        "Revoked, -, -, -, -",
        "Transferred, -, -, -, -",
    })
    void what_arrives_changes_only_what_awaits_it(
            String from, String decision, String notice, String hearingNotice, String demand) {
        PenaltyProceeding it = in(from);
        outcome(decision, RecordedService.decisionServed(it, BY_POST, court("anna", NOON)));
        outcome(notice, RecordedService.paperServed(it, Copy.of(Paper.NOTICE), BY_POST, court("anna", NOON)));
        outcome(
                hearingNotice,
                RecordedService.paperServed(it, Copy.of(Paper.HEARING_NOTICE), BY_POST, court("anna", NOON)));
        outcome(demand, RecordedService.paperServed(it, Copy.of(Paper.DEMAND), BY_POST, court("anna", NOON)));
        assertThat(RecordedService.decisionNotServed(it, BY_POST, "refused", court("anna", NOON))
                        .isPresent())
                .isEqualTo(!decision.equals("-"));
    }

    private static void outcome(String expected, Optional<? extends Change<?>> change) {
        assertThat(change.map(done -> done.proceeding().state().getClass().getSimpleName())
                        .orElse("-"))
                .isEqualTo(expected);
    }

    private static PenaltyProceeding in(String state) {
        return Stream.of(
                        Proceedings.proposed(),
                        Proceedings.approved(),
                        Proceedings.noticed(),
                        Proceedings.defended(),
                        Proceedings.waived(),
                        Proceedings.hearingRequested(),
                        Proceedings.hearingCalled(),
                        Proceedings.hearingHeld(),
                        Proceedings.fined(),
                        Proceedings.served(),
                        Proceedings.paid(),
                        Proceedings.withdrawn(),
                        Proceedings.revoked(),
                        Proceedings.transferred())
                .filter(it -> it.state().getClass().getSimpleName().equals(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_decision_is_served_as_by_hand() {
        Court court = court("anna", NOON);
        assertThat(RecordedService.decisionServed(Proceedings.fined(), arrival(ServiceMethod.IN_PERSON, TODAY), court))
                .contains(ServiceMoves.serve(
                        Proceedings.fined(), Optional.empty(), ServiceMethod.IN_PERSON, TODAY, false, court));
    }

    @Test
    void after_a_public_notice_the_periods_run_from_the_end_of_its_days() {
        Arrival published = new Arrival(ServiceMethod.PUBLIC_NOTICE, TODAY, LocalDate.of(2019, 12, 9));
        PenaltyProceeding served = RecordedService.decisionServed(Proceedings.fined(), published, court("anna", NOON))
                .orElseThrow()
                .proceeding();
        assertThat(served.dossier().last(Sheet.Served.class))
                .contains(new Sheet.Served(
                        ServiceMethod.PUBLIC_NOTICE,
                        TODAY,
                        LocalDate.of(2019, 12, 9),
                        Optional.of(LocalDate.of(2019, 12, 24)),
                        Optional.empty()));
    }

    @Test
    void the_time_to_answer_runs_from_the_day_on_which_the_notice_arrived() {
        PenaltyProceeding noticed = noticeServed(LocalDate.of(2019, 10, 10));
        Instant until = ((Answering) noticed.state()).defenceUntil();
        assertThat(until).isAfter(DEFENCE_UNTIL);
        assertThatThrownBy(() -> Proceedings.decide(noticed, Outcome.FINE, TEN_THOUSAND, DEFENCE_UNTIL))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("proceeding.defence-period-running"));
        assertThat(Proceedings.decide(noticed, Outcome.FINE, TEN_THOUSAND, until))
                .isNotNull();
    }

    @Property
    void a_notice_that_arrives_never_shortens_the_time_to_answer(@ForAll @IntRange(min = -30, max = 60) int days) {
        Instant until = ((Answering) noticeServed(TODAY.plusDays(days)).state()).defenceUntil();
        assertThat(until).isAfterOrEqualTo(DEFENCE_UNTIL);
        Instant later = ((Answering) noticeServed(TODAY.plusDays(days + 1)).state()).defenceUntil();
        assertThat(later).isAfterOrEqualTo(until);
    }

    @Test
    void the_time_of_a_demand_runs_from_its_first_service() {
        Dossier demanded = Dossier.EMPTY.plus(new Sheet.Demanded(TODAY, Optional.empty()), "anna", NOON);
        assertThat(demanded.demandRunsFrom(Optional.empty())).isEmpty();
        assertThat(with(demanded, Paper.NOTICE, TODAY.plusDays(5)).demandRunsFrom(Optional.empty()))
                .isEmpty();
        Dossier served = with(demanded, Paper.DEMAND, TODAY.plusDays(5));
        assertThat(served.demandRunsFrom(Optional.empty())).contains(TODAY.plusDays(5));
        assertThat(with(served, Paper.DEMAND, TODAY.plusDays(9)).demandRunsFrom(Optional.empty()))
                .contains(TODAY.plusDays(5));
        Dossier again = served.plus(new Sheet.Demanded(TODAY.plusDays(20), Optional.empty()), "anna", NOON);
        assertThat(again.demandRunsFrom(Optional.empty())).isEmpty();
        assertThat(Dossier.EMPTY.demandRunsFrom(Optional.empty())).isEmpty();
    }

    private static Dossier with(Dossier dossier, Paper paper, LocalDate on) {
        return dossier.plus(
                new Sheet.DocumentServed(paper, ServiceMethod.MAIL, on, Optional.empty(), Optional.empty()),
                "anna",
                NOON);
    }

    private static PenaltyProceeding noticeServed(LocalDate on) {
        return RecordedService.paperServed(
                        Proceedings.noticed(),
                        Copy.of(Paper.NOTICE),
                        arrival(ServiceMethod.MAIL, on),
                        court("anna", NOON))
                .orElseThrow()
                .proceeding();
    }

    private static Arrival arrival(ServiceMethod method, LocalDate on) {
        return new Arrival(method, on, on);
    }
}
