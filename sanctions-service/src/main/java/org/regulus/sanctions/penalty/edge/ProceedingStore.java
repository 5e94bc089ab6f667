package org.regulus.sanctions.penalty.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.clock.edge.ClockBook;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.Pursuit;
import org.regulus.sanctions.rectification.edge.Pursuits;

/** Proceedings in the database, within the caller's transaction; locked before they change. */
@ApplicationScoped
class ProceedingStore implements Pursuits, FoundProceedings {

    /** As in the index {@code penalty_proceeding_once}: nothing was decided in it, or nothing that still stands. */
    private static final String OVER = "'withdrawn', 'transferred', 'revoked'";

    /** Until a penalty is proposed the operator goes on as if nobody suspected it. */
    private static final String UNSPOKEN = "'filed', 'investigated'";

    private final ClockBook clocks;

    ProceedingStore(ClockBook clocks) {
        this.clocks = clocks;
    }

    /** For a move of that actor: who was recused plays no part any more, not after the decision either. */
    Uni<PenaltyProceeding> lock(Target target) {
        return lock(target.id(), Scope.of(target.actor()), target.seenVersion())
                .invoke(it -> it.hands().actedOnBy(new OfficerId(target.actor().subject())));
    }

    /**
     * @throws Refusal NOT_FOUND {@code proceeding.unknown}, also when it lies outside the scope; STALE {@code etag.stale}
     */
    private Uni<PenaltyProceeding> lock(ProceedingId id, Scope scope, long seenVersion) {
        return lock(id, scope).invoke(it -> {
            if (it.version() != seenVersion) {
                throw Refusal.stale("etag.stale", "The proceeding is at version " + it.version());
            }
        });
    }

    /** As it stands. */
    Uni<PenaltyProceeding> lock(ProceedingId id, Scope scope) {
        return Panache.getSession()
                .chain(session -> session.find(ProceedingRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> {
                    if (!visible(row, scope)) {
                        throw unknown(id.value());
                    }
                    return row.toDomain();
                });
    }

    /** The case's proceedings, locked. */
    Uni<List<PenaltyProceeding>> lockAll(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ProceedingRow where caseId = ?1 order by id", ProceedingRow.class)
                        .setParameter(1, caseId)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(rows -> rows.stream().map(ProceedingRow::toDomain).toList());
    }

    /** To the operator a proceeding exists from the prior notice on. */
    static boolean visible(ProceedingRow row, Scope scope) {
        return row != null && scope.covers(row.subject()) && (!scope.isOperator() || row.noticedAt != null);
    }

    @Override
    public Uni<PenaltyProceeding> found(UUID id, Scope scope) {
        return Panache.getSession()
                .chain(session -> session.find(ProceedingRow.class, id))
                .map(row -> {
                    if (!visible(row, scope)) {
                        throw unknown(id);
                    }
                    return row.toDomain();
                });
    }

    @Override
    public Uni<Pursuit> of(OrderId order) {
        return isAny(order, OVER + ", " + UNSPOKEN).map(any -> any ? Pursuit.PROCEEDING_OPEN : Pursuit.NONE);
    }

    /** Whether there is a proceeding on it, also one that is only filed. */
    Uni<Boolean> isOn(OrderId order) {
        return isAny(order, OVER);
    }

    private static Uni<Boolean> isAny(OrderId order, String statesBut) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from ProceedingRow where orderId = ?1 and state not in (%s)"
                                        .formatted(statesBut),
                                Long.class)
                        .setParameter(1, order.value())
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<ProceedingRow> add(PenaltyProceeding proceeding) {
        ProceedingRow row = ProceedingRow.of(proceeding);
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .call(() -> clocks.follow(proceeding))
                .replaceWith(row);
    }

    Uni<ProceedingRow> save(PenaltyProceeding proceeding) {
        return Panache.getSession()
                .chain(session ->
                        session.find(ProceedingRow.class, proceeding.id().value()))
                .invoke(row -> row.show(proceeding))
                .call(() -> clocks.follow(proceeding));
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("proceeding.unknown", "There is no proceeding " + id);
    }
}
