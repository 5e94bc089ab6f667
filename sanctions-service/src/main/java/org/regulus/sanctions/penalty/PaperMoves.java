package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.Sheet.DocumentServed;
import org.regulus.sanctions.penalty.Sheet.Paper;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;
import org.regulus.sanctions.penalty.Standing.Served;

/** How a prior notice, a hearing notice or a demand reaches the operator. What waits for it does not go on before. */
public final class PaperMoves {

    private PaperMoves() {}

    /** When the decision reached that party, a person or the operator. */
    static LocalDate decisionServedOn(PenaltyProceeding it, Optional<Integer> party) {
        return it.dossier()
                .served(party)
                .map(Sheet.Served::effectiveOn)
                .orElseThrow(() -> notServed("The decision is not served on whom it hits"));
    }

    /** A paper, and of a demand what it demands, as the demand calls it: the operator's fine when empty. */
    public record Copy(Paper paper, Optional<Integer> penalty) {
        public static Copy of(Paper paper) {
            return new Copy(paper, Optional.empty());
        }
    }

    /** Handed over against receipt, and recorded by hand; what needs several tries goes through the notification-service. */
    public static Change<SheetFiled<DocumentServed>> serve(
            PenaltyProceeding it, Copy asked, ServiceMethod method, LocalDate on, boolean consent, Court court) {
        Copy copy = new Copy(asked.paper(), asked.penalty().flatMap(number -> it.decision()
                .map(Decision::penalties)
                .flatMap(penalties -> penalties.name(number))));
        LocalDate madeOn = madeOn(it, copy, court).orElseThrow(() -> it.refused("serve a document of"));
        if (isServed(it.dossier(), copy)) {
            throw Refusal.conflict("proceeding.paper-served", "The operator has it already");
        }
        if (on.isAfter(court.today()) || on.isBefore(madeOn)) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/on", "proceeding.service-date", "A document is served between its own day and today")));
        }
        if (method == ServiceMethod.ELECTRONIC && !consent) {
            throw Refusal.conflict(
                    "proceeding.consent-missing", "Electronic service needs the operator's written consent (Art. 61)");
        }
        if (method == ServiceMethod.PUBLIC_NOTICE) {
            refuseUnlessLastWay(it, copy);
            return served(it, copy, new Arrival(method, on, court.lastDay("public-notice", on)), court);
        }
        return served(it, copy, new Arrival(method, on, on), court);
    }

    /** To the operator it goes through the notification-service, which knows what failed; what failed to reach a person is in the file. */
    private static void refuseUnlessLastWay(PenaltyProceeding it, Copy copy) {
        Optional<Integer> person = copy.penalty().flatMap(number -> it.decision()
                .flatMap(decision -> decision.penalties().partyOf(number)));
        if (person.isEmpty() || !ServiceMoves.hasFailed(it, person)) {
            throw ServiceMoves.notTheLastWay();
        }
    }

    /** Recorded by hand or elsewhere: from here on it is the same. */
    static Change<SheetFiled<DocumentServed>> served(PenaltyProceeding it, Copy copy, Arrival arrival, Court court) {
        if (it.state() instanceof Answering answering) {
            return noticeServed(it, answering, arrival, court);
        }
        var sheet = new DocumentServed(
                copy.paper(), arrival.method(), arrival.effectiveOn(), Optional.empty(), copy.penalty());
        return it.file(sheet, it.state(), court.act());
    }

    /** The time to answer is counted from the day on which the notice arrived, if that is later than the day on which it was given. */
    private static Change<SheetFiled<DocumentServed>> noticeServed(
            PenaltyProceeding it, Answering answering, Arrival arrival, Court court) {
        LocalDate from = arrival.effectiveOn();
        Instant counted =
                court.calendar().endOf(court.rules().procedureOn(from).defence().lastDay(from, court.calendar()));
        Instant until = counted.isAfter(answering.defenceUntil()) ? counted : answering.defenceUntil();
        var sheet = new DocumentServed(Paper.NOTICE, arrival.method(), from, Optional.of(until), Optional.empty());
        return it.file(sheet, answering.until(until), court.act());
    }

    static boolean isAwaited(PenaltyProceeding it, Paper paper) {
        return switch (paper) {
            case NOTICE -> it.state() instanceof Answering;
            case HEARING_NOTICE -> it.state() instanceof HearingCalled;
            case DEMAND -> it.state() instanceof Served;
        };
    }

    private static Optional<LocalDate> madeOn(PenaltyProceeding it, Copy copy, Court court) {
        if (!isAwaited(it, copy.paper())) {
            return Optional.empty();
        }
        if (it.state() instanceof Answering answering) {
            return Optional.of(court.calendar().dateOf(answering.noticedAt()));
        }
        return it.state() instanceof HearingCalled called
                ? Optional.of(court.calendar().dateOf(called.at()))
                : it.dossier().lastDemand(copy.penalty()).map(Sheet.Demanded::on);
    }

    private static boolean isServed(Dossier dossier, Copy copy) {
        return copy.paper() == Paper.DEMAND
                ? dossier.demandRunsFrom(copy.penalty()).isPresent()
                : served(dossier, copy.paper()).isPresent();
    }

    /** That of the last notice, or of the last call to the hearing. A demand is that of one penalty: {@link Dossier#demandRunsFrom}. */
    public static Optional<DocumentServed> served(Dossier dossier, Paper paper) {
        return dossier.servedSince(paper, paper == Paper.NOTICE ? Sheet.CaseFiled.class : Sheet.HearingCalled.class);
    }

    /** A time that runs from service cannot be over before it. */
    static boolean timeToAnswerIsOver(PenaltyProceeding it, Answering answering, Instant at) {
        return served(it.dossier(), Paper.NOTICE).isPresent() && !at.isBefore(answering.defenceUntil());
    }

    /** Who was not heard and does not know that it may answer is not decided upon (Art. 62). */
    static void refuseUnlessNoticed(PenaltyProceeding it) {
        if (it.state() instanceof ProceedingState.Noticed
                && served(it.dossier(), Paper.NOTICE).isEmpty()) {
            throw notServed("The prior notice is not served yet, and the operator has not answered it");
        }
    }

    /** Who stays away gives the hearing up only if it was called in time (Art. 64). */
    static void refuseUnlessCalled(PenaltyProceeding it, HearingCalled called, boolean attended, Court court) {
        DocumentServed notice = served(it.dossier(), Paper.HEARING_NOTICE)
                .orElseThrow(() -> notServed("The notice of the hearing is not served yet"));
        LocalDate earliest = court.lastDay("hearing-notice", notice.effectiveOn());
        if (!attended && called.heldOn().isBefore(earliest)) {
            throw Refusal.conflict(
                    "proceeding.hearing-notice-late",
                    "Its notice arrived on %s: who stays away is called again, to %s at the earliest"
                            .formatted(notice.effectiveOn(), earliest));
        }
    }

    static Refusal notServed(String detail) {
        return Refusal.conflict("proceeding.not-served", detail);
    }
}
