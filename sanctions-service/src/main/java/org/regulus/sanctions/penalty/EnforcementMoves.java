package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.penalty.Execution.Stage;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Standing.Served;

/** What follows when a penalty is not carried out: it is demanded, then the court is asked; each penalty by itself. */
public final class EnforcementMoves {

    private EnforcementMoves() {}

    /**
     * A penalty that is open.
     *
     * @param name as the sheets call it
     * @param party whom it hits
     * @param dueOn until when it was to be paid, or from when on it was to be followed
     */
    private record Claim(Optional<Integer> name, Optional<Integer> party, LocalDate dueOn) {}

    /** The demand before enforcement (Compulsion Law, Art. 54). */
    public static Change<SheetFiled<Sheet.Demanded>> demand(
            PenaltyProceeding it, Optional<Integer> penalty, Court court) {
        Claim claim = claim(it, penalty, "demand payment in", court);
        if (!court.today().isAfter(claim.dueOn())) {
            throw Refusal.conflict("proceeding.not-overdue", "There is time until " + claim.dueOn());
        }
        return it.file(new Sheet.Demanded(court.today(), claim.name()), it.state(), court.act());
    }

    /** To the court, when it was demanded in vain and can no longer be challenged, within three months (Compulsion Law, Art. 53). */
    public static Change<SheetFiled<Sheet.EnforcementRequested>> requestEnforcement(
            PenaltyProceeding it, Optional<Integer> penalty, Court court) {
        Claim claim = claim(it, penalty, "ask the court to enforce", court);
        LocalDate today = court.today();
        if (it.dossier().lastDemand(claim.name()).isEmpty()) {
            throw Refusal.conflict("proceeding.demand-missing", "It was not demanded yet");
        }
        LocalDate demanded = it.dossier()
                .demandRunsFrom(claim.name())
                .orElseThrow(() -> PaperMoves.notServed("The demand is not served yet"));
        refuseUntil(court.lastDay("demand", demanded), today, "proceeding.demand-period-running");
        LocalDate challengeable = ChallengeMoves.lastDay(it, claim.party(), court);
        refuseUntil(challengeable, today, "proceeding.challenge-period-running");
        LocalDate latest = court.lastDay("court-enforcement", challengeable);
        if (today.isAfter(latest)) {
            throw Refusal.conflict("proceeding.enforcement-too-late", "The court could be asked until " + latest);
        }
        return it.file(new Sheet.EnforcementRequested(today, claim.name()), it.state(), court.act());
    }

    /** The penalty that a request names, or the operator's fine. */
    private static Claim claim(PenaltyProceeding it, Optional<Integer> penalty, String move, Court court) {
        if (!(it.state() instanceof Served served)) {
            throw it.refused(move);
        }
        Decision decision = served.decision();
        int number = penalty.or(decision.penalties()::ownFine).orElseThrow(() -> it.refused(move));
        if (decision.penalties().number(number).isEmpty()) {
            throw Penalties.unknown(number);
        }
        Optional<Integer> party = decision.penalties().partyOf(number);
        LocalDate servedOn = PaperMoves.decisionServedOn(it, party);
        if (it.dossier().challengePending(party)) {
            throw Refusal.conflict("proceeding.challenge-pending", "A challenge is pending");
        }
        if (new Execution(it.dossier(), decision).of(number) != Stage.OPEN) {
            throw Refusal.conflict("proceeding.nothing-due", "Nothing of it is open");
        }
        return Account.of(it.dossier(), decision, number)
                .map(account -> new Claim(
                        account.name(),
                        party,
                        account.bill(court.rules(), court.today()).lastDue()))
                .orElseGet(() -> new Claim(Optional.of(number), party, servedOn));
    }

    private static void refuseUntil(LocalDate last, LocalDate today, String code) {
        if (!today.isAfter(last)) {
            throw Refusal.conflict(code, "There is time until " + last);
        }
    }
}
