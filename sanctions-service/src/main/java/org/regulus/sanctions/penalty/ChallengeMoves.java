package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Sheet.Challenge;
import org.regulus.sanctions.penalty.Sheet.ChallengeResolved;
import org.regulus.sanctions.penalty.Sheet.Challenged;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Served;

/**
 * Reconsideration and litigation: within their limits, and execution goes on meanwhile; only the surcharge stands still (Art. 73). Whom the
 * decision hits challenges what hits it: the operator, where a request names no penalty, or the person whom that penalty hits.
 */
public final class ChallengeMoves {

    private ChallengeMoves() {}

    public static Change<SheetFiled<Challenged>> challenge(
            PenaltyProceeding it, Challenge kind, Optional<Integer> penalty, LocalDate filedOn, Court court) {
        refuseUnlessServed(it, "challenge");
        Optional<Integer> party = party(it, penalty);
        Sheet.Served served = served(it, party);
        if (it.dossier().challengePending(party)) {
            throw Refusal.conflict("proceeding.challenge-pending", "A challenge is pending");
        }
        if (filedOn.isAfter(court.today()) || filedOn.isBefore(served.effectiveOn())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/filedOn", "proceeding.challenge-date", "A challenge is filed between service and today")));
        }
        if (it.dossier().wasChallenged(kind, party)) {
            throw Refusal.conflict(
                    "proceeding.challenge-repeated",
                    "There is one reconsideration and one lawsuit in the first instance");
        }
        LocalDate last = kind == Challenge.RECONSIDERATION
                ? court.lastDay("reconsideration", served.effectiveOn())
                : lastDay(it, party, court);
        if (filedOn.isAfter(last)) {
            throw Refusal.conflict("proceeding.challenge-too-late", "It could be challenged until " + last);
        }
        return it.file(new Challenged(kind, filedOn, party), it.state(), court.act());
    }

    /** What an operator files itself it files today: an earlier day would let it challenge when its time is over. */
    public static Change<SheetFiled<Challenged>> challengeInPerson(
            PenaltyProceeding it, Challenge kind, Optional<Integer> penalty, LocalDate filedOn, Court court) {
        if (!filedOn.equals(court.today())) {
            throw ProposalTerms.refusal(
                    List.of(new Flaw("/filedOn", "proceeding.challenge-date", "You file it today, " + court.today())));
        }
        return challenge(it, kind, penalty, filedOn, court);
    }

    /** The last day on which a party can challenge the decision in any way: after a reconsideration its own, shorter limit runs. */
    static LocalDate lastDay(PenaltyProceeding it, Optional<Integer> party, Court court) {
        LocalDate servedOn = served(it, party).effectiveOn();
        return it.dossier()
                .lastReconsideration(party)
                .map(resolved -> court.lastDay("litigation-after-reconsideration", resolved.resolvedOn()))
                .orElseGet(() -> court.lastDay("litigation", servedOn));
    }

    public static Change<SheetFiled<ChallengeResolved>> resolve(
            PenaltyProceeding it, Judgment judgment, LocalDate on, Court court) {
        refuseUnlessServed(it, "resolve the challenge of");
        it.hands().resolvedBy(court.act().officer());
        Optional<Integer> party = party(it, judgment.penalty());
        if (!it.dossier().challengePending(party)) {
            throw Refusal.conflict("proceeding.no-challenge", "No challenge is pending");
        }
        List<Challenged> filed = it.dossier().challenges(party);
        if (on.isAfter(court.today()) || on.isBefore(filed.get(filed.size() - 1).filedOn())) {
            throw ProposalTerms.refusal(List.of(new Flaw(
                    "/resolvedOn", "proceeding.challenge-date", "It is resolved between its filing and today")));
        }
        Penalties before = it.decision().orElseThrow().penalties();
        List<Revision> revisions = judgment.revisions(before, party);
        Penalties after = judgment.applied(before, revisions);
        var sheet = new ChallengeResolved(judgment.outcome(), on, judgment.amount(), party, revisions);
        return it.file(sheet, after(it, after, revisions, court), court.act());
    }

    private static ProceedingState after(PenaltyProceeding it, Penalties left, List<Revision> revisions, Court court) {
        if (revisions.isEmpty()) {
            return it.state();
        }
        if (left.standing().isEmpty()) {
            return ((Standing) it.state()).revoke(court.at());
        }
        Decision decision = it.decision().orElseThrow().left(left);
        return it.state() instanceof Served served
                ? served.change(decision, court.at())
                : ((Closed) it.state()).change(decision);
    }

    /** A challenge may leave no more than was paid already: the operator's fine is paid then, on the day of its last payment. */
    public static Optional<Change<PenaltyPaid>> settled(PenaltyProceeding before, PenaltyProceeding it, Court court) {
        if (!(before.state() instanceof Served then) || !(it.state() instanceof Served served)) {
            return Optional.empty();
        }
        boolean wasOpen = Account.own(before.dossier(), then.decision())
                .filter(own -> !own.isPaid())
                .isPresent();
        return Account.own(it.dossier(), served.decision())
                .filter(own -> wasOpen && own.isPaid())
                .flatMap(Account::lastPaidOn)
                .map(paidOn -> new Change<>(
                        it.in(PaymentMoves.afterPayment(served, it.dossier(), paidOn, court), it.hands()),
                        new PenaltyPaid(served.decision(), court.at())));
    }

    private static Optional<Integer> party(PenaltyProceeding it, Optional<Integer> penalty) {
        Penalties penalties = it.decision().orElseThrow().penalties();
        penalty.filter(number -> penalties.number(number).isEmpty()).ifPresent(number -> {
            throw Penalties.unknown(number);
        });
        return penalty.flatMap(penalties::partyOf);
    }

    private static void refuseUnlessServed(PenaltyProceeding it, String move) {
        boolean now = it.state() instanceof Served || it.state() instanceof Closed;
        if (!now || !it.dossier().has(Sheet.Served.class)) {
            throw it.refused(move);
        }
    }

    /** What is not served on a party runs for it, and against it, not yet. */
    private static Sheet.Served served(PenaltyProceeding it, Optional<Integer> party) {
        return it.dossier()
                .served(party)
                .orElseThrow(() -> PaperMoves.notServed("The decision is not served on whom it hits"));
    }
}
