package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;

/** Puts cases into an officer's hands, and takes them out again. */
@ApplicationScoped
class Assignments {

    private final InstantSource clock;
    private final Cases cases;

    Assignments(InstantSource clock, Cases cases) {
        this.clock = clock;
        this.cases = cases;
    }

    /**
     * Whose it is already stays so, and nothing is announced.
     *
     * @param account whom it is given to; null when it is released
     * @throws Refusal NOT_FOUND {@code officer.unknown} when the authority has no such officer
     */
    @WithTransaction
    Uni<CaseRow> assign(Actor officer, UUID id, long seen, String account) {
        return Cases.locked(officer, id)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> known(officer, account))
                .call(row -> Objects.equals(account, row.assignedTo)
                        ? Uni.createFrom().voidItem()
                        : save(row, account));
    }

    private Uni<Void> save(CaseRow row, String account) {
        var change = row.caseFile().assign(account, clock.instant());
        row.assignedTo = account;
        return cases.save(row, change);
    }

    /** Oneself, or somebody who is put down with the same authority. */
    private static Uni<Void> known(Actor officer, String account) {
        if (account == null || account.equals(officer.subject())) {
            return Uni.createFrom().voidItem();
        }
        return Rows.of(OfficerRow.class, officer)
                .and("account = :account", "account", account)
                .single("officer.unknown", "Your authority has no such officer")
                .replaceWithVoid();
    }
}
