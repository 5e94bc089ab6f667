package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Decided;

/** How a decision reaches the operator. Its periods run from the day on which it did. */
public final class ServiceMoves {

    private ServiceMoves() {}

    public static Change<SheetFiled<Sheet.ServiceFailed>> fail(
            PenaltyProceeding it, ServiceMethod method, LocalDate on, String reason, Court court) {
        Decision decision = toServe(it);
        refuseUnlessBetween(decision, on, court);
        return it.file(new Sheet.ServiceFailed(method, on, reason), it.state(), court.act());
    }

    /** @param consent whether the operator agreed in writing to be served electronically */
    public static Change<SheetFiled<Sheet.Served>> serve(
            PenaltyProceeding it, ServiceMethod method, LocalDate on, boolean consent, Court court) {
        Decision decision = toServe(it);
        refuseUnlessBetween(decision, on, court);
        if (method == ServiceMethod.ELECTRONIC && !consent) {
            throw Refusal.conflict(
                    "proceeding.consent-missing", "Electronic service needs the operator's written consent (Art. 61)");
        }
        if (method == ServiceMethod.PUBLIC_NOTICE && !it.dossier().has(Sheet.ServiceFailed.class)) {
            throw Refusal.conflict(
                    "proceeding.public-notice-last", "Public notice is the last way: no other failed yet");
        }
        LocalDate effective = method == ServiceMethod.PUBLIC_NOTICE ? court.lastDay("public-notice", on) : on;
        return served(it, new Arrival(method, on, effective), court);
    }

    /** Recorded by hand or elsewhere: from here on it is the same. */
    static Change<SheetFiled<Sheet.Served>> served(PenaltyProceeding it, Arrival arrival, Court court) {
        LocalDate effective = arrival.effectiveOn();
        if (!(it.state() instanceof Decided decided)) {
            return it.file(
                    new Sheet.Served(arrival.method(), arrival.on(), effective, Optional.empty()),
                    it.state(),
                    court.act());
        }
        Decision decision = decided.decision();
        Optional<LocalDate> payUntil = decision.payUntil().map(day -> court.lastDay("payment", effective));
        return it.file(
                new Sheet.Served(arrival.method(), arrival.on(), effective, payUntil),
                decided.serve(decision.payableUntil(payUntil), court.at()),
                court.act());
    }

    /** What costs nothing is closed at its decision, and served all the same. */
    static boolean isToServe(PenaltyProceeding it) {
        boolean standing = it.state() instanceof Decided || it.state() instanceof Closed;
        return standing && !it.dossier().has(Sheet.Served.class);
    }

    private static Decision toServe(PenaltyProceeding it) {
        if (!isToServe(it)) {
            throw it.refused("serve");
        }
        return it.decision().orElseThrow();
    }

    /** Nothing is served before it was decided: the operator's periods would run from a day on which there was nothing to challenge. */
    private static void refuseUnlessBetween(Decision decision, LocalDate on, Court court) {
        if (on.isAfter(court.today()) || on.isBefore(court.calendar().dateOf(decision.at()))) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/on", "proceeding.service-date", "A decision is served between its own day and today")));
        }
    }
}
