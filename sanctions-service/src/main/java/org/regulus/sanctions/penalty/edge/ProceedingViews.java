package org.regulus.sanctions.penalty.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.penalty.Bill;
import org.regulus.sanctions.penalty.Execution;
import org.regulus.sanctions.penalty.PaymentMoves;
import org.regulus.sanctions.penalty.PenaltyProceeding;

/** Shows proceedings as they stand today: what is owed grows with the days, without any change of the proceeding. */
@ApplicationScoped
class ProceedingViews {

    private final Bench bench;

    ProceedingViews(Bench bench) {
        this.bench = bench;
    }

    ProceedingView of(ProceedingRow row, boolean forOperator) {
        LocalDate today = bench.calendar().dateOf(bench.now());
        PenaltyProceeding it = row.toDomain();
        return ProceedingView.of(
                row,
                new ProceedingView.Today(
                        PenaltyView.proposed(it.proposal().penalties()),
                        row.imposed == null ? List.of() : imposed(row, it, today),
                        owed(PaymentMoves.open(it, bench.rules(), today), today)),
                forOperator);
    }

    private List<PenaltyView> imposed(ProceedingRow row, PenaltyProceeding it, LocalDate today) {
        return PenaltyView.all(
                row.imposed.toDomain(it.currency()),
                it.decision().map(decision -> new Execution(it.dossier(), decision)),
                number -> owed(PaymentMoves.open(it, number, bench.rules(), today), today));
    }

    private static OwedView owed(Optional<Bill> bill, LocalDate today) {
        return bill.map(open -> OwedView.of(open, today)).orElse(null);
    }
}
