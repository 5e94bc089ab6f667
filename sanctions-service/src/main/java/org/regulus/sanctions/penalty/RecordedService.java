package org.regulus.sanctions.penalty;

import java.util.Optional;
import org.regulus.sanctions.penalty.PaperMoves.Copy;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;

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
                ? Optional.of(it.file(
                        new Sheet.ServiceFailed(tried.method(), tried.on(), reason, Optional.empty()),
                        it.state(),
                        court.act()))
                : Optional.empty();
    }

    public static Optional<Change<SheetFiled<Sheet.DocumentServed>>> paperServed(
            PenaltyProceeding it, Copy copy, Arrival arrival, Court court) {
        return PaperMoves.isAwaited(it, copy.paper())
                ? Optional.of(PaperMoves.served(it, copy, arrival, court))
                : Optional.empty();
    }
}
