package org.regulus.sanctions.penalty;

import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.by;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.Resolution;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * A decision with a fine of 10,000 (1), a confiscation of 3,000 (2), a suspension of thirty days (3), a warning (4), and a fine of 2,000 on Li
 * (5); served on both on 8 October 2019, payable until the 23rd.
 */
final class FivePenalties {

    static final LocalDate SERVED_ON = LocalDate.of(2019, 10, 8);
    static final LocalDate DUE = LocalDate.of(2019, 10, 23);
    static final LocalDate LATE = LocalDate.of(2019, 10, 24);
    static final Optional<Integer> OWN = Optional.empty();
    static final Optional<Integer> LI = Optional.of(5);

    private FivePenalties() {}

    static Stage stage(PenaltyProceeding it, int number) {
        return it.decision()
                .map(decision -> new Execution(it.dossier(), decision).of(number))
                .orElse(Stage.LIFTED);
    }

    static List<String> codes(PenaltyProceeding it) {
        return ProceedingClocks.of(it, Laws.BOOK, CALENDAR).stream()
                .map(Clock::code)
                .toList();
    }

    static Optional<LocalDate> lastDay(PenaltyProceeding it, String code) {
        return ProceedingClocks.of(it, Laws.BOOK, CALENDAR).stream()
                .filter(clock -> clock.code().equals(code))
                .map(Clock::lastDay)
                .findFirst();
    }

    static Money owed(PenaltyProceeding it, Optional<Integer> penalty, LocalDate day) {
        return penalty.map(number -> PaymentMoves.open(it, number, Laws.BOOK, day))
                .orElseGet(() -> PaymentMoves.open(it, Laws.BOOK, day))
                .orElseThrow()
                .all(day)
                .total();
    }

    static Judgment changed(Optional<Integer> penalty, Revision... revisions) {
        return new Judgment(Resolution.CHANGED, penalty, Optional.empty(), List.of(revisions));
    }

    static <T> Optional<T> none() {
        return Optional.empty();
    }

    static Change<? extends PenaltyEvent> pay(PenaltyProceeding it, int number, long yuan, LocalDate day) {
        return PaymentMoves.pay(it, Optional.of(number), Laws.yuan(yuan), day, on(day));
    }

    static PenaltyProceeding grant(PenaltyProceeding it, Optional<Integer> penalty, long first, long second) {
        return PaymentMoves.grantInstalments(
                        it,
                        penalty,
                        List.of(
                                new Sheet.Part(Laws.yuan(first), LocalDate.of(2019, 11, 22)),
                                new Sheet.Part(Laws.yuan(second), LocalDate.of(2019, 12, 22))),
                        court("dan", on(SERVED_ON).at()))
                .proceeding();
    }

    static PenaltyProceeding challenge(PenaltyProceeding it, Optional<Integer> penalty, LocalDate day) {
        return challenge(it, Challenge.RECONSIDERATION, penalty, day);
    }

    static PenaltyProceeding challenge(PenaltyProceeding it, Challenge way, Optional<Integer> penalty, LocalDate day) {
        return ChallengeMoves.challenge(it, way, penalty, day, on(day)).proceeding();
    }

    static Change<?> resolve(PenaltyProceeding it, Judgment judgment, LocalDate day) {
        return ChallengeMoves.resolve(it, judgment, day, Proceedings.by("ben", on(day)));
    }

    static PenaltyProceeding served() {
        return servedOn(servedOnTheOperator(), LI, SERVED_ON);
    }

    /** Li does not have it yet. */
    static PenaltyProceeding servedOnTheOperator() {
        return servedOn(decided(), OWN, SERVED_ON);
    }

    static PenaltyProceeding servedOn(PenaltyProceeding it, Optional<Integer> penalty, LocalDate day) {
        return ServiceMoves.serve(it, penalty, Sheet.ServiceMethod.IN_PERSON, day, false, on(day))
                .proceeding();
    }

    static PenaltyProceeding decided() {
        List<Penalty> further = new ArrayList<>();
        further.add(new Penalty(PenaltyKind.CONFISCATION, new Measure.Sum(Laws.yuan(3_000)), Optional.empty()));
        further.add(new Penalty(PenaltyKind.SUSPENSION, new Measure.Days(30), Optional.empty()));
        further.add(new Penalty(PenaltyKind.WARNING, Measure.WORDS, Optional.empty()));
        further.add(new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(2_000)), Optional.of("Li")));
        Proposal proposal = Proceedings.lawful(new ProposalTerms(
                new ProposalTerms.Named("GRAVE", List.of(), Optional.of("GRAVE-PERSON")),
                LocalDate.of(2019, 9, 17),
                new Penalties(
                        Optional.of(Penalty.of(PenaltyKind.FINE, Laws.yuan(10_000))),
                        further,
                        Laws.yuan(0).currency()),
                "not rectified",
                ProposalTerms.Weighing.NONE));
        Instant then = on(SERVED_ON).at();
        return ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf4)), Orders.overdue(), proposal, SERVED_ON, by("anna", then))
                .proceeding()
                .review(true, by("rui", then))
                .proceeding()
                .notice(Laws.BOOK, CALENDAR, then)
                .proceeding()
                .answer(Proceedings.WAIVER, then)
                .proceeding()
                .decide(
                        Penalties.decided(Outcome.FINE, Laws.yuan(10_000), further),
                        Laws.BOOK,
                        CALENDAR,
                        by("dan", then))
                .proceeding();
    }

    static Court on(LocalDate day) {
        return court("anna", Instant.parse(day + "T02:00:00Z"));
    }
}
