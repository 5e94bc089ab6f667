package org.regulus.sanctions.penalty.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.regulus.sanctions.penalty.ExecutionMoves;
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
        OwedView owed = ExecutionMoves.open(it, bench.rules(), today)
                .map(bill -> OwedView.of(bill, today))
                .orElse(null);
        return ProceedingView.of(row, it, owed, forOperator);
    }
}
