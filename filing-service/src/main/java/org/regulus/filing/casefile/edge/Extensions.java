package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones;
import org.regulus.filing.casefile.CaseEvent;
import org.regulus.filing.casefile.CaseFile;
import org.regulus.filing.registry.edge.AuthorityZones;

/** More time to file: asked for by the operator before the deadline, decided by an officer before or after it. */
@ApplicationScoped
class Extensions {

    private final InstantSource clock;
    private final IdSource ids;
    private final Cases cases;
    private final Deadlines deadlines;

    Extensions(InstantSource clock, IdSource ids, Cases cases, Deadlines deadlines) {
        this.clock = clock;
        this.ids = ids;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    /**
     * In the caller's transaction.
     *
     * @param until the last day, in the authority's zone
     * @param receivedAt when the request arrived: before the deadline, or too late
     * @throws Refusal CONFLICT {@code extension.pending}, and as {@link CaseFile#askExtension}
     */
    Uni<UUID> ask(Actor operator, UUID caseId, LocalDate until, String reason, Instant receivedAt) {
        return Cases.locked(operator, caseId)
                .chain(row -> AuthorityZones.of(row.authority).chain(zone -> {
                    if (row.filingDueAt == null) {
                        throw Refusal.conflict("filing.not-asked", "This case asks for no filing");
                    }
                    ExtensionRow asked = new ExtensionRow();
                    asked.id = ids.next();
                    asked.caseId = caseId;
                    asked.authority = row.authority;
                    asked.operatorId = row.operatorId;
                    asked.askedUntil = Zones.endOf(until, zone);
                    asked.reason = reason;
                    asked.requestedAt = receivedAt;
                    CaseFile.Change<CaseEvent.ExtensionRequested> change =
                            row.caseFile().askExtension(asked.askedUntil, row.filingDueAt, receivedAt);
                    return Panache.getSession()
                            .chain(session -> session.persist(asked))
                            .chain(() -> cases.save(row, change))
                            .onFailure(ConstraintViolationException.class)
                            .transform(another -> Refusal.conflict(
                                    "extension.pending", "A request for more time is waiting for a decision"))
                            .replaceWith(asked.id);
                }));
    }

    /** @param until null to give as much as was asked for */
    @WithTransaction
    Uni<ExtensionRow> grant(Actor officer, UUID caseId, UUID id, long seen, LocalDate until, String reason) {
        return waiting(officer, caseId, id, seen).chain(asked -> AuthorityZones.of(asked.authority)
                .map(zone -> until == null ? asked.askedUntil : Zones.endOf(until, zone))
                // The deadline's row before the case's, as the sweep takes them.
                .call(due -> deadlines.set(new NewDeadline(Cases.FILING_DUE, caseId, caseId, due)))
                .call(due -> Cases.locked(officer, caseId).chain(row -> {
                    Instant now = clock.instant();
                    CaseFile.Change<CaseEvent.ExtensionDecided> change =
                            row.caseFile().grantExtension(due, row.filingDueAt, now);
                    row.filingDueAt = due;
                    decide(asked, "granted", reason, now);
                    asked.grantedUntil = due;
                    return cases.save(row, change);
                }))
                .replaceWith(asked));
    }

    /** When the deadline has come while the request was waiting, the case falls overdue now. */
    @WithTransaction
    Uni<ExtensionRow> refuse(Actor officer, UUID caseId, UUID id, long seen, String reason) {
        return waiting(officer, caseId, id, seen)
                .call(asked -> Cases.locked(officer, caseId).chain(row -> {
                    Instant now = clock.instant();
                    decide(asked, "refused", reason, now);
                    return cases.save(row, row.caseFile().refuseExtension(now))
                            .chain(() -> now.isBefore(row.filingDueAt)
                                    ? Uni.createFrom().voidItem()
                                    : cases.fallOverdue(row, row.filingDueAt));
                }));
    }

    private static Uni<ExtensionRow> waiting(Actor officer, UUID caseId, UUID id, long seen) {
        return Rows.of(ExtensionRow.class, officer)
                .and("caseId = :case", "case", caseId)
                .one(id, "extension.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .invoke(row -> {
                    if (!row.state.equals(ExtensionRow.REQUESTED)) {
                        throw Refusal.conflict("extension.move-not-allowed", "The request was %s".formatted(row.state));
                    }
                });
    }

    private static void decide(ExtensionRow asked, String state, String reason, Instant now) {
        asked.state = state;
        asked.decisionReason = reason;
        asked.decidedAt = now;
    }

    /** Whether a request waits for a decision. */
    static Uni<Boolean> pending(UUID caseId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from extension where case_id = ?1 and state = 'requested'", Long.class)
                .setParameter(1, caseId)
                .getSingleResult()
                .map(count -> count > 0));
    }
}
