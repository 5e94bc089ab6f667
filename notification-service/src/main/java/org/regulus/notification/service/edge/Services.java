package org.regulus.notification.service.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.ServiceState;
import org.regulus.notification.service.ServiceState.Published;

/** Records what became of a document: the row, its one event, and the end of a public notice. */
@ApplicationScoped
class Services implements DeadlineHandler {

    private static final String PUBLIC_NOTICE = "public-notice";
    private static final String BY_LAW = "by law";

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final IdSource ids;
    private final InstantSource clock;

    Services(Idempotency idempotency, Outbox outbox, Deadlines deadlines, IdSource ids, InstantSource clock) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param request what makes the POST the same when it is repeated */
    record First(UUID caseId, String document, UUID documentId, ServiceState state, String evidence, Object request) {}

    /** The first try. Only the authority that holds the case serves. */
    Uni<DocumentServiceRow> begin(Actor officer, String key, First first) {
        return idempotency
                .once(officer, key, first.request(), () -> Panache.getSession()
                        .chain(session -> operator(session, officer, first.caseId())
                                .chain(operator -> insert(session, officer, first, operator))))
                .chain(id -> one(officer, id));
    }

    Uni<DocumentServiceRow> one(Actor officer, UUID id) {
        return Rows.of(DocumentServiceRow.class, officer).one(id, "service.unknown");
    }

    private Uni<UUID> insert(Mutiny.Session session, Actor officer, First first, UUID operator) {
        DocumentServiceRow row = new DocumentServiceRow();
        row.id = ids.next();
        row.caseId = first.caseId();
        row.operatorId = operator;
        row.authority = officer.requireAuthority();
        row.document = first.document();
        row.documentId = first.documentId();
        row.take(first.state(), first.evidence(), officer.subject());
        return session.persist(row)
                .chain(() -> outbox.append(ServiceMessages.of(row.service(), clock.instant())))
                .replaceWith(row.id);
    }

    private static Uni<UUID> operator(Mutiny.Session session, Actor officer, UUID caseId) {
        return session.createNativeQuery(
                        "select operator_id from known_case where id = ?1 and authority = ?2 and operator_id is not null",
                        UUID.class)
                .setParameter(1, caseId)
                .setParameter(2, officer.requireAuthority())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("case.unknown", "There is no case %s here".formatted(caseId)));
    }

    Uni<DocumentServiceRow> leave(Actor officer, UUID id, LocalDate day, String evidence) {
        return one(officer, id)
                .chain(seen -> Panache.withTransaction(
                        () -> move(id, evidence, officer.subject(), service -> service.leave(day))));
    }

    Uni<DocumentServiceRow> publish(Actor officer, UUID id, LocalDate day, String evidence) {
        return one(officer, id)
                .chain(seen -> Panache.withTransaction(
                        () -> move(id, evidence, officer.subject(), service -> service.publish(day))
                                .call(row -> deadlines.set(new NewDeadline(
                                        PUBLIC_NOTICE,
                                        row.id,
                                        row.caseId,
                                        Zones.endOf(((Published) row.service().state()).until()))))));
    }

    private Uni<DocumentServiceRow> move(UUID id, String evidence, String actor, UnaryOperator<DocumentService> move) {
        return Panache.getSession()
                .chain(session -> session.find(DocumentServiceRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .call(row -> {
                    DocumentService moved = move.apply(row.service());
                    row.take(moved.state(), evidence, actor);
                    return outbox.append(ServiceMessages.of(moved, clock.instant()));
                });
    }

    @Override
    public String kind() {
        return PUBLIC_NOTICE;
    }

    /** The days of a public notice are over: the document counts as served. */
    @Override
    public Uni<Void> due(Deadline deadline) {
        return move(deadline.subject(), null, BY_LAW, DocumentService::expire).replaceWithVoid();
    }
}
