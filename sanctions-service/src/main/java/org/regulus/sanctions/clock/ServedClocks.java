package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.penalty.Account;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Execution;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.ruleset.Provenance;

/** What runs from the service of a decision on, for each whom it hits from its own: its fines, its penalties and its rights. */
final class ServedClocks {

    private final PenaltyProceeding it;
    private final RunningClocks running;

    ServedClocks(PenaltyProceeding it, RunningClocks running) {
        this.it = it;
        this.running = running;
    }

    void count() {
        if (it.state() instanceof Served now) {
            payment(now.decision());
            terms(now.decision());
            demands(now.decision());
        }
        it.decision().ifPresent(decision -> decision.penalties().parties().stream()
                .filter(party -> !dossier().challengePending(party))
                .forEach(party -> dossier().served(party).ifPresent(served -> challenges(party, served))));
    }

    /** Of what is open still: what was paid or carried out is demanded no more. */
    private void demands(Decision decision) {
        Execution execution = new Execution(dossier(), decision);
        decision.penalties().numbers(penalty -> !penalty.isLifted()).forEach(number -> {
            Optional<Integer> name = decision.penalties().name(number);
            Optional<LocalDate> demanded = dossier().demandRunsFrom(name);
            if (demanded.isPresent() && execution.of(number) == Execution.Stage.OPEN) {
                running.run("demand", name, demanded.get());
                Optional<Integer> party = decision.penalties().partyOf(number);
                if (!dossier().challengePending(party)) {
                    lastChallenge(party).ifPresent(last -> running.run("court-enforcement", name, last));
                }
            }
        });
    }

    private Optional<LocalDate> lastChallenge(Optional<Integer> party) {
        return dossier()
                .lastResolution(party)
                .map(resolved -> running.lastDay("litigation-after-reconsideration", resolved.resolvedOn()))
                .orElseGet(() ->
                        dossier().served(party).flatMap(served -> running.lastDay("litigation", served.effectiveOn())));
    }

    /** The day of the first part on each bill. */
    private void payment(Decision decision) {
        for (Account account : Account.all(dossier(), decision)) {
            List<Sheet.Part> open = account.open();
            Optional<Sheet.Served> known = dossier().served(account.party());
            if (!open.isEmpty() && known.isPresent()) {
                Sheet.Served served = known.get();
                String basis = account.instalments()
                        .map(granted -> granted.parts().size())
                        .map(all -> "instalment %d of %d".formatted(all - open.size() + 1, all))
                        .orElse("from service on " + served.effectiveOn());
                running.limit("payment", served.effectiveOn())
                        .ifPresent(limit ->
                                running.add(limit, account.name(), open.get(0).dueOn(), basis));
            }
        }
    }

    /** After a reconsideration only its own, shorter limit is left; after a lawsuit none. */
    private void challenges(Optional<Integer> party, Sheet.Served served) {
        if (dossier().wasChallenged(Sheet.Challenge.LITIGATION, party)) {
            return;
        }
        dossier()
                .lastReconsideration(party)
                .ifPresentOrElse(
                        resolved -> running.run("litigation-after-reconsideration", party, resolved.resolvedOn()),
                        () -> {
                            running.run("reconsideration", party, served.effectiveOn());
                            running.run("litigation", party, served.effectiveOn());
                        });
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
                        execution.until(carriedOut.penalty()).orElseThrow(),
                        "%s since %s".formatted(carriedOut.penaltyKind().code(), carriedOut.on()),
                        "the measure goes on without a ground",
                        new Provenance("The decision", true)));
            }
        }
    }

    private Dossier dossier() {
        return it.dossier();
    }
}
