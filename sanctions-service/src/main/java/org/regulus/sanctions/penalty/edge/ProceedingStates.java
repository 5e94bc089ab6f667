package org.regulus.sanctions.penalty.edge;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.regulus.sanctions.assessment.edge.StepView;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Outcome;
import org.regulus.sanctions.penalty.ProceedingState;
import org.regulus.sanctions.penalty.ProceedingState.Approved;
import org.regulus.sanctions.penalty.ProceedingState.Defended;
import org.regulus.sanctions.penalty.ProceedingState.Filed;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.ProceedingState.HearingHeld;
import org.regulus.sanctions.penalty.ProceedingState.HearingRequested;
import org.regulus.sanctions.penalty.ProceedingState.Investigated;
import org.regulus.sanctions.penalty.ProceedingState.Noticed;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.penalty.ProceedingState.Returned;
import org.regulus.sanctions.penalty.ProceedingState.Revoked;
import org.regulus.sanctions.penalty.ProceedingState.Transferred;
import org.regulus.sanctions.penalty.ProceedingState.Waived;
import org.regulus.sanctions.penalty.ProceedingState.Withdrawn;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.Standing;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Decided;
import org.regulus.sanctions.penalty.Standing.Paid;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.penalty.edge.ProceedingRow.ReasonsColumn;

/** Where a proceeding stands, between the state and the columns that hold it. What an earlier state brought stays. */
final class ProceedingStates {

    private ProceedingStates() {}

    static void show(ProceedingState now, ProceedingRow row) {
        if (now instanceof Standing standing) {
            show(standing.decision(), row);
            showStanding(standing, row);
        } else if (now instanceof Revoked revoked) {
            stand(row, "revoked", revoked.at());
        } else if (now instanceof Transferred transferred) {
            stand(row, "transferred", transferred.at());
        } else if (now instanceof Withdrawn withdrawn) {
            stand(row, "withdrawn", withdrawn.at());
        } else {
            showUndecided(now, row);
        }
    }

    private static void showUndecided(ProceedingState now, ProceedingRow row) {
        if (now instanceof Filed filed) {
            stand(row, "filed", filed.at());
        } else if (now instanceof Investigated investigated) {
            stand(row, "investigated", investigated.at());
        } else if (now instanceof Proposed proposed) {
            stand(row, "proposed", proposed.at());
            row.proposedAt = proposed.at();
        } else if (now instanceof Returned returned) {
            stand(row, "returned", returned.at());
        } else if (now instanceof Approved approved) {
            stand(row, "approved", approved.at());
        } else if (now instanceof Noticed noticed) {
            stand(row, "noticed", noticed.at());
            row.noticedAt = noticed.at();
            row.defenceUntil = noticed.defenceUntil();
        } else if (now instanceof Defended defended) {
            stand(row, "defended", defended.at());
            row.defenceStatement = defended.statement();
            row.defenceUntil = defended.defenceUntil();
        } else if (now instanceof Waived waived) {
            stand(row, "waived", waived.at());
        } else if (now instanceof HearingRequested requested) {
            stand(row, "hearing-requested", requested.at());
        } else if (now instanceof HearingCalled called) {
            stand(row, "hearing-called", called.at());
        } else if (now instanceof HearingHeld held) {
            stand(row, "hearing-held", held.at());
        } else {
            throw new IllegalStateException("No column holds " + now);
        }
    }

    private static void showStanding(Standing now, ProceedingRow row) {
        if (now instanceof Decided decided) {
            stand(row, "decided", decided.at());
        } else if (now instanceof Served served) {
            stand(row, "served", served.at());
        } else if (now instanceof Paid paid) {
            stand(row, "paid", paid.at());
            row.paidOn = paid.paidOn();
        } else if (now instanceof Closed closed) {
            stand(row, "closed", closed.at());
        } else {
            throw new IllegalStateException("No column holds " + now);
        }
    }

    private static void show(Decision decision, ProceedingRow row) {
        row.outcome = decision.outcome().code();
        row.decidedMinor = decision.amount().minor();
        row.imposed = PenaltyColumn.Set.of(decision.penalties());
        row.payUntil = decision.payUntil().orElse(null);
        row.decidedAt = decision.at();
        row.reasons = new ReasonsColumn(StepView.of(decision.explanation()));
    }

    private static void stand(ProceedingRow row, String in, Instant since) {
        row.state = in;
        row.stateAt = since;
    }

    static ProceedingState read(ProceedingRow row) {
        Instant at = row.stateAt;
        return switch (row.state) {
            case "filed" -> new Filed(at);
            case "investigated" -> new Investigated(at);
            case "proposed" -> new Proposed(at);
            case "returned" -> new Returned(at);
            case "approved" -> new Approved(at);
            case "noticed" -> new Noticed(row.defenceUntil, at);
            case "defended" -> new Defended(row.defenceStatement, row.noticedAt, row.defenceUntil, at);
            case "waived" -> new Waived(at);
            case "hearing-requested" -> new HearingRequested(at);
            case "hearing-called" -> hearingCalled(row);
            case "hearing-held" -> new HearingHeld(at);
            case "decided" -> new Decided(decision(row), at);
            case "served" -> new Served(decision(row), at);
            case "paid" -> new Paid(decision(row), row.paidOn, at);
            case "closed" -> new Closed(decision(row), at);
            case "revoked" -> new Revoked(Outcome.of(row.outcome).orElseThrow(), at);
            case "transferred" -> new Transferred(at);
            case "withdrawn" -> new Withdrawn(at);
            default -> throw new IllegalStateException("Unknown state of a proceeding: " + row.state);
        };
    }

    private static HearingCalled hearingCalled(ProceedingRow row) {
        Sheet.HearingCalled called =
                row.dossier.toDomain().last(Sheet.HearingCalled.class).orElseThrow();
        return new HearingCalled(called.chair(), called.heldOn(), row.stateAt);
    }

    private static Decision decision(ProceedingRow row) {
        return new Decision(
                row.imposed.toDomain(Currency.getInstance(row.currency)),
                Optional.ofNullable(row.payUntil),
                row.decidedAt,
                row.reasons.steps().stream().map(StepView::toDomain).toList());
    }
}
