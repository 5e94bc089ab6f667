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

    /** @param penalty here and below: a number of what hits the person that it is served on; the operator when empty */
    public static Change<SheetFiled<Sheet.ServiceFailed>> fail(
            PenaltyProceeding it,
            Optional<Integer> penalty,
            ServiceMethod method,
            LocalDate on,
            String reason,
            Court court) {
        Optional<Integer> party = toServe(it, penalty);
        refuseUnlessBetween(it, on, court);
        return it.file(new Sheet.ServiceFailed(method, on, reason, party), it.state(), court.act());
    }

    /** @param consent whether who is served agreed in writing to be served electronically */
    public static Change<SheetFiled<Sheet.Served>> serve(
            PenaltyProceeding it,
            Optional<Integer> penalty,
            ServiceMethod method,
            LocalDate on,
            boolean consent,
            Court court) {
        Optional<Integer> party = toServe(it, penalty);
        refuseUnlessBetween(it, on, court);
        if (method == ServiceMethod.ELECTRONIC && !consent) {
            throw Refusal.conflict(
                    "proceeding.consent-missing", "Electronic service needs the operator's written consent (Art. 61)");
        }
        if (method == ServiceMethod.PUBLIC_NOTICE && !hasFailed(it, party)) {
            throw notTheLastWay();
        }
        LocalDate effective = method == ServiceMethod.PUBLIC_NOTICE ? court.lastDay("public-notice", on) : on;
        Arrival arrival = new Arrival(method, on, effective);
        return party.map(person -> servedOnPerson(it, person, arrival, court))
                .orElseGet(() -> served(it, arrival, court));
    }

    /** On the operator, recorded by hand or elsewhere: from here on it is the same. */
    static Change<SheetFiled<Sheet.Served>> served(PenaltyProceeding it, Arrival arrival, Court court) {
        LocalDate effective = arrival.effectiveOn();
        if (!(it.state() instanceof Decided decided)) {
            return it.file(sheet(arrival, Optional.empty(), Optional.empty()), it.state(), court.act());
        }
        Decision decision = decided.decision();
        Optional<LocalDate> payUntil = decision.payUntil().map(day -> court.lastDay("payment", effective));
        return it.file(
                sheet(arrival, payUntil, Optional.empty()),
                decided.serve(decision.payableUntil(payUntil), court.at()),
                court.act());
    }

    /** The proceeding stays where it is: what begins is the time of that person. */
    private static Change<SheetFiled<Sheet.Served>> servedOnPerson(
            PenaltyProceeding it, int person, Arrival arrival, Court court) {
        Penalties penalties = it.decision().orElseThrow().penalties();
        boolean fined = penalties.of(Optional.of(person)).stream()
                .flatMap(number -> penalties.number(number).stream())
                .anyMatch(Penalty::isFine);
        Optional<LocalDate> payUntil =
                fined ? Optional.of(court.lastDay("payment", arrival.effectiveOn())) : Optional.empty();
        return it.file(sheet(arrival, payUntil, Optional.of(person)), it.state(), court.act());
    }

    private static Sheet.Served sheet(Arrival arrival, Optional<LocalDate> payUntil, Optional<Integer> party) {
        return new Sheet.Served(arrival.method(), arrival.on(), arrival.effectiveOn(), payUntil, party);
    }

    /** Whether a way to that party failed. */
    static boolean hasFailed(PenaltyProceeding it, Optional<Integer> party) {
        return !it.dossier()
                .all(Sheet.ServiceFailed.class, Sheet.ServiceFailed::penalty, party)
                .isEmpty();
    }

    static Refusal notTheLastWay() {
        return Refusal.conflict("proceeding.public-notice-last", "Public notice is the last way: no other failed yet");
    }

    /** What costs nothing is closed at its decision, and served all the same. */
    static boolean isToServe(PenaltyProceeding it) {
        boolean standing = it.state() instanceof Decided || it.state() instanceof Closed;
        return standing && it.dossier().served(Optional.empty()).isEmpty();
    }

    /** The party that is to be served, once each. */
    private static Optional<Integer> toServe(PenaltyProceeding it, Optional<Integer> penalty) {
        if (penalty.isEmpty()) {
            if (!isToServe(it)) {
                throw it.refused("serve");
            }
            return Optional.empty();
        }
        int number = penalty.get();
        Penalties penalties =
                it.decision().orElseThrow(() -> it.refused("serve")).penalties();
        Optional<Integer> person = penalties.partyOf(number);
        if (person.isEmpty()) {
            throw Penalties.unknown(number);
        }
        if (it.dossier().served(person).isPresent()) {
            throw it.refused("serve");
        }
        return person;
    }

    /** Nothing is served before it was decided: the operator's periods would run from a day on which there was nothing to challenge. */
    private static void refuseUnlessBetween(PenaltyProceeding it, LocalDate on, Court court) {
        Decision decision = it.decision().orElseThrow();
        if (on.isAfter(court.today()) || on.isBefore(court.calendar().dateOf(decision.at()))) {
            throw ProposalTerms.refusal(List.of(
                    new Flaw("/on", "proceeding.service-date", "A decision is served between its own day and today")));
        }
    }
}
