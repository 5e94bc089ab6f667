package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.penalty.Sheet.Paper;

/**
 * What the notification-service recorded of documents that were handed over to it. Its own rules saw to consent, and to public notice as the last
 * way; where the proceeding has gone on meanwhile it changes nothing. Periods that run from service only ever move later.
 */
public final class RecordedService {

    private RecordedService() {}

    /** The same step as by hand. */
    public static Optional<Change<SheetFiled<Sheet.Served>>> decisionServed(
            PenaltyProceeding it, Arrival arrival, Court court) {
        return ServiceMoves.isToServe(it) ? Optional.of(ServiceMoves.served(it, arrival, court)) : Optional.empty();
    }

    public static Optional<Change<SheetFiled<Sheet.ServiceFailed>>> decisionNotServed(
            PenaltyProceeding it, Arrival tried, String reason, Court court) {
        return ServiceMoves.isToServe(it)
                ? Optional.of(
                        it.file(new Sheet.ServiceFailed(tried.method(), tried.on(), reason), it.state(), court.act()))
                : Optional.empty();
    }

    public static Optional<Change<SheetFiled<Sheet.DocumentServed>>> paperServed(
            PenaltyProceeding it, Paper paper, Arrival arrival, Court court) {
        boolean awaited =
                switch (paper) {
                    case NOTICE -> it.state() instanceof Answering;
                    case HEARING_NOTICE -> it.state() instanceof HearingCalled;
                    case DEMAND -> it.state() instanceof Served;
                };
        if (!awaited) {
            return Optional.empty();
        }
        if (it.state() instanceof Answering answering) {
            return Optional.of(noticeServed(it, answering, arrival, court));
        }
        var sheet = new Sheet.DocumentServed(paper, arrival.method(), arrival.effectiveOn(), Optional.empty());
        return Optional.of(it.file(sheet, it.state(), court.act()));
    }

    /** The time to answer is counted from the day on which the notice arrived, if that is later than the day on which it was given. */
    private static Change<SheetFiled<Sheet.DocumentServed>> noticeServed(
            PenaltyProceeding it, Answering answering, Arrival arrival, Court court) {
        LocalDate from = arrival.effectiveOn();
        Instant counted =
                court.calendar().endOf(court.rules().procedureOn(from).defence().lastDay(from, court.calendar()));
        Instant until = counted.isAfter(answering.defenceUntil()) ? counted : answering.defenceUntil();
        var sheet = new Sheet.DocumentServed(Paper.NOTICE, arrival.method(), from, Optional.of(until));
        return it.file(sheet, answering.until(until), court.act());
    }
}
