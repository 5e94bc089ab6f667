package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.Bill;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Execution;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.ProceedingState.Closed;
import org.regulus.sanctions.penalty.ProceedingState.Decided;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.ProceedingState.Revoked;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.RuleBook;

/** The limits of a proceeding, from what lies in its file. */
public final class ProceedingClocks {

    private final PenaltyProceeding it;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final List<Clock> running = new ArrayList<>();

    private ProceedingClocks(PenaltyProceeding it, RuleBook rules, RegulatorCalendar calendar) {
        this.it = it;
        this.rules = rules;
        this.calendar = calendar;
    }

    public static List<Clock> of(PenaltyProceeding it, RuleBook rules, RegulatorCalendar calendar) {
        return new ProceedingClocks(it, rules, calendar).all();
    }

    private List<Clock> all() {
        if (it.state() instanceof Undecided) {
            beforeDecision();
        }
        if (it.state() instanceof Decided decided) {
            run("service", calendar.dateOf(decided.at()));
        }
        if (it.state() instanceof Served || it.state() instanceof Closed) {
            dossier().last(Sheet.Served.class).ifPresent(this::afterService);
        }
        publicity();
        return running;
    }

    private void beforeDecision() {
        Optional<Sheet.DecisionExtended> extended = dossier().last(Sheet.DecisionExtended.class);
        dossier()
                .last(Sheet.CaseFiled.class)
                .flatMap(filed -> limit("decision", filed.on()))
                .ifPresent(limit -> {
                    LocalDate filed =
                            dossier().last(Sheet.CaseFiled.class).orElseThrow().on();
                    add(
                            limit,
                            extended.map(Sheet.DecisionExtended::until).orElseGet(() -> limit.lastDay(filed, calendar)),
                            extended.map(more -> "extended: " + more.reason()).orElseGet(() -> counted(limit, filed)));
                });
        if (it.state() instanceof Answering answering) {
            LocalDate last = calendar.dateOf(answering.defenceUntil().minusNanos(1));
            limit("defence", last).ifPresent(limit -> add(limit, last, sinceNotice()));
        }
        if (it.state() instanceof HearingCalled called) {
            limit("hearing-notice", called.heldOn())
                    .ifPresent(limit -> add(limit, called.heldOn(), "as the hearing was called"));
        }
    }

    private String sinceNotice() {
        return dossier().all(Sheet.DocumentServed.class).stream()
                .filter(served -> served.document() == Sheet.Paper.NOTICE)
                .reduce((one, later) -> later)
                .map(served -> "from service on " + served.effectiveOn())
                .orElse("as the notice says");
    }

    private void afterService(Sheet.Served served) {
        if (it.state() instanceof Served now) {
            payment(served, now.decision());
            terms(now.decision());
            dossier().demandRunsFrom().ifPresent(from -> run("demand", from));
        }
        if (!dossier().challengePending()) {
            challenges(served);
        }
    }

    /** The day of the first part on the bill. */
    private void payment(Sheet.Served served, Decision decision) {
        List<Sheet.Part> open = Bill.open(dossier(), decision);
        if (open.isEmpty()) {
            return;
        }
        String basis = dossier()
                .instalments()
                .map(granted -> granted.parts().size())
                .map(all -> "instalment %d of %d".formatted(all - open.size() + 1, all))
                .orElse("from service on " + served.effectiveOn());
        limit("payment", served.effectiveOn())
                .ifPresent(limit -> add(limit, open.get(0).dueOn(), basis));
    }

    /** After a reconsideration only its own, shorter limit is left. */
    private void challenges(Sheet.Served served) {
        Optional<Sheet.ChallengeResolved> resolved = dossier().last(Sheet.ChallengeResolved.class);
        if (resolved.isPresent()) {
            run("litigation-after-reconsideration", resolved.get().resolvedOn());
            return;
        }
        run("reconsideration", served.effectiveOn());
        run("litigation", served.effectiveOn());
        if (it.state() instanceof Served && dossier().has(Sheet.Demanded.class)) {
            limit("litigation", served.effectiveOn())
                    .ifPresent(limit -> run("court-enforcement", limit.lastDay(served.effectiveOn(), calendar)));
        }
    }

    /** The terms of penalties that run. */
    private void terms(Decision decision) {
        Execution execution = new Execution(dossier(), decision);
        for (Sheet.CarriedOut carriedOut : dossier().all(Sheet.CarriedOut.class)) {
            if (execution.of(carriedOut.penalty()) == Execution.Stage.RUNNING) {
                running.add(new Clock(
                        it.id().value(),
                        "measure-end-" + carriedOut.penalty(),
                        "authority",
                        carriedOut.until().orElseThrow(),
                        "%s since %s".formatted(carriedOut.penaltyKind().code(), carriedOut.on()),
                        "the measure goes on without a ground",
                        new Provenance("The decision", true)));
            }
        }
    }

    private void publicity() {
        boolean isPublic = dossier().all(Sheet.Published.class).size()
                > dossier().all(Sheet.TakenDown.class).size();
        if (!isPublic) {
            return;
        }
        dossier().last(Sheet.Published.class).ifPresent(published -> published
                .until()
                .ifPresent(until -> limit("publication-takedown", published.on())
                        .ifPresent(limit -> add(limit, until, counted(limit, published.on())))));
        if (it.state() instanceof Revoked revoked) {
            run("publication-withdrawal", calendar.dateOf(revoked.at()));
        }
    }

    private void run(String code, LocalDate from) {
        limit(code, from).ifPresent(limit -> add(limit, limit.lastDay(from, calendar), counted(limit, from)));
    }

    private Optional<Limit> limit(String code, LocalDate from) {
        return rules.procedure(RuleBook.HOME, from).flatMap(procedure -> procedure.limit(code));
    }

    private static String counted(Limit limit, LocalDate from) {
        return "%d %s after %s, which is not counted"
                .formatted(limit.period().length(), limit.period().unit().code(), from);
    }

    private void add(Limit limit, LocalDate lastDay, String basis) {
        Provenance why = limit.period().provenance();
        running.add(new Clock(it.id().value(), limit.code(), limit.by(), lastDay, basis, limit.otherwise(), why));
    }

    private Dossier dossier() {
        return it.dossier();
    }
}
