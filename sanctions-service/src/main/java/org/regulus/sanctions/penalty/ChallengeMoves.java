package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Closed;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.penalty.ProceedingState.Standing;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.Resolution;

/** Reconsideration and litigation: within their limits, and execution goes on meanwhile; only the surcharge stands still (Art. 73). */
public final class ChallengeMoves {

    private ChallengeMoves() {}

    public static Change<SheetFiled<Sheet.Challenged>> challenge(
            PenaltyProceeding it, Challenge kind, LocalDate filedOn, Court court) {
        Sheet.Served served = served(it, "challenge");
        if (it.dossier().challengePending()) {
            throw Refusal.conflict("proceeding.challenge-pending", "A challenge is pending");
        }
        if (filedOn.isAfter(court.today()) || filedOn.isBefore(served.effectiveOn())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/filedOn", "proceeding.challenge-date", "A challenge is filed between service and today")));
        }
        LocalDate last = kind == Challenge.RECONSIDERATION
                ? court.lastDay("reconsideration", served.effectiveOn())
                : litigationUntil(it, served, court);
        if (filedOn.isAfter(last)) {
            throw Refusal.conflict("proceeding.challenge-too-late", "It could be challenged until " + last);
        }
        return it.file(new Sheet.Challenged(kind, filedOn), it.state(), court.act());
    }

    /** After a reconsideration its own, shorter limit runs. */
    private static LocalDate litigationUntil(PenaltyProceeding it, Sheet.Served served, Court court) {
        return it.dossier()
                .last(Sheet.ChallengeResolved.class)
                .map(resolved -> court.lastDay("litigation-after-reconsideration", resolved.resolvedOn()))
                .orElseGet(() -> court.lastDay("litigation", served.effectiveOn()));
    }

    /** The last day on which the decision can be challenged in any way. */
    static LocalDate lastDay(PenaltyProceeding it, Court court) {
        Sheet.Served served = it.dossier().last(Sheet.Served.class).orElseThrow();
        return litigationUntil(it, served, court);
    }

    /** @param amount the fine that is left, when it was changed: never more than before */
    public static Change<SheetFiled<Sheet.ChallengeResolved>> resolve(
            PenaltyProceeding it, Resolution outcome, LocalDate on, Optional<Money> amount, Court court) {
        served(it, "resolve the challenge of");
        if (!it.dossier().challengePending()) {
            throw Refusal.conflict("proceeding.no-challenge", "No challenge is pending");
        }
        LocalDate filed =
                it.dossier().last(Sheet.Challenged.class).orElseThrow().filedOn();
        if (on.isAfter(court.today()) || on.isBefore(filed)) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/resolvedOn", "proceeding.challenge-date", "It is resolved between its filing and today")));
        }
        if ((outcome == Resolution.CHANGED) != amount.isPresent()) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/amountMinor", "proceeding.changed-amount", "A changed fine, and only that, has an amount")));
        }
        return it.file(
                new Sheet.ChallengeResolved(outcome, on, amount), after(it, outcome, amount, court), court.act());
    }

    private static ProceedingState after(
            PenaltyProceeding it, Resolution outcome, Optional<Money> amount, Court court) {
        return switch (outcome) {
            case UPHELD -> it.state();
            case REVOKED -> ((Standing) it.state()).revoke(court.at());
            case CHANGED -> changed(it, amount.orElseThrow(), court);
        };
    }

    private static ProceedingState changed(PenaltyProceeding it, Money amount, Court court) {
        Decision decision = it.decision().orElseThrow();
        if (amount.minor() == 0 || amount.isMoreThan(decision.amount())) {
            throw ProposalTerms.refusal(
                    List.of(new Flaw("/amountMinor", "proceeding.penalty-worsened", "It was " + decision.amount())));
        }
        return it.state() instanceof Served served
                ? served.change(decision.reducedTo(amount), court.at())
                : ((Closed) it.state()).change(decision.reducedTo(amount));
    }

    /** A challenge may leave no more than was paid already: the fine is paid then, on the day of the last payment. */
    public static Optional<Change<PenaltyPaid>> settled(PenaltyProceeding it, Court court) {
        boolean changed = it.dossier().lastSheet() instanceof Sheet.ChallengeResolved resolved
                && resolved.outcome() == Resolution.CHANGED;
        if (!changed
                || !(it.state() instanceof Served served)
                || !Bill.open(it.dossier(), served.decision()).isEmpty()) {
            return Optional.empty();
        }
        LocalDate paidOn = it.dossier().last(Sheet.PartPaid.class).orElseThrow().paidOn();
        return Optional.of(new Change<>(
                it.in(ExecutionMoves.afterPayment(served, it.dossier(), paidOn, court), it.hands()),
                new PenaltyPaid(served.decision(), court.at())));
    }

    private static Sheet.Served served(PenaltyProceeding it, String move) {
        Optional<Sheet.Served> served = it.dossier().last(Sheet.Served.class);
        if (served.isEmpty() || !(it.state() instanceof Served || it.state() instanceof Closed)) {
            throw it.refused(move);
        }
        return served.get();
    }
}
