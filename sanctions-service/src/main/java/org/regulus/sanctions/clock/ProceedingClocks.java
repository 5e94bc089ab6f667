package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.PaperMoves;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.ProceedingState.Revoked;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;
import org.regulus.sanctions.penalty.RecordMoves;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.Standing.Closed;
import org.regulus.sanctions.penalty.Standing.Decided;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.ruleset.RuleBook;

/** The limits of a proceeding, from what lies in its file. */
public final class ProceedingClocks {

    private final PenaltyProceeding it;
    private final RegulatorCalendar calendar;
    private final RunningClocks running;

    private ProceedingClocks(PenaltyProceeding it, RuleBook rules, RegulatorCalendar calendar) {
        this.it = it;
        this.calendar = calendar;
        this.running = new RunningClocks(it, rules, calendar);
    }

    public static List<Clock> of(PenaltyProceeding it, RuleBook rules, RegulatorCalendar calendar) {
        return new ProceedingClocks(it, rules, calendar).all();
    }

    private List<Clock> all() {
        if (it.state() instanceof Undecided) {
            beforeDecision();
        }
        if (it.state() instanceof Decided || it.state() instanceof Served) {
            service(it.decision().orElseThrow());
        }
        if (it.state() instanceof Served || it.state() instanceof Closed) {
            new ServedClocks(it, running).count();
        }
        publicity();
        return running.all();
    }

    /** Each whom it hits is served for itself. */
    private void service(Decision decision) {
        decision.penalties().parties().stream()
                .filter(party -> dossier().served(party).isEmpty())
                .forEach(party -> running.run("service", party, calendar.dateOf(decision.at())));
    }

    private void beforeDecision() {
        Optional<Sheet.DecisionExtended> extended = dossier().last(Sheet.DecisionExtended.class);
        dossier()
                .last(Sheet.CaseFiled.class)
                .flatMap(filed -> running.limit("decision", filed.on()))
                .ifPresent(limit -> {
                    LocalDate filed =
                            dossier().last(Sheet.CaseFiled.class).orElseThrow().on();
                    running.add(
                            limit,
                            extended.map(Sheet.DecisionExtended::until).orElseGet(() -> limit.lastDay(filed, calendar)),
                            extended.map(more -> "extended: " + more.reason())
                                    .orElseGet(() -> RunningClocks.counted(limit, filed)));
                });
        if (it.state() instanceof Answering answering) {
            LocalDate last = calendar.dateOf(answering.defenceUntil().minusNanos(1));
            PaperMoves.served(dossier(), Sheet.Paper.NOTICE).ifPresent(served -> running.limit("defence", last)
                    .ifPresent(limit -> running.add(limit, last, "from service on " + served.effectiveOn())));
        }
        if (it.state() instanceof HearingCalled called) {
            running.limit("hearing-notice", called.heldOn())
                    .ifPresent(limit -> running.add(limit, called.heldOn(), "as the hearing was called"));
        }
    }

    private void publicity() {
        boolean isPublic = dossier().all(Sheet.Published.class).size()
                > dossier().all(Sheet.TakenDown.class).size();
        if (!isPublic) {
            return;
        }
        dossier()
                .last(Sheet.Published.class)
                .ifPresent(published -> published.until().ifPresent(until -> running.limit(takedown(), published.on())
                        .ifPresent(limit -> running.add(limit, until, RunningClocks.counted(limit, published.on())))));
        if (it.state() instanceof Revoked revoked) {
            running.run("publication-withdrawal", calendar.dateOf(revoked.at()));
        }
    }

    private String takedown() {
        return it.decision()
                .map(decision -> RecordMoves.takedown(decision.penalties()))
                .orElse("publication-takedown");
    }

    private Dossier dossier() {
        return it.dossier();
    }
}
