package org.regulus.notification.service.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.DocumentService.Proof;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Tried;
import org.regulus.notification.service.Terms;

/** Records what became of a document: the row, its one event, and the end of a public notice. */
@ApplicationScoped
class Services implements DeadlineHandler {

    private static final String PUBLIC_NOTICE = "public-notice";

    private static final String BEGUN =
            """
            select coalesce(bool_or(requested_on is not null), false),
                   coalesce(bool_or(requested_on is null and case_id = ?2 and document = ?3), false)
            from document_service where document_id = ?1""";

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
    record First(
            UUID caseId,
            String document,
            UUID documentId,
            Tried tried,
            Optional<String> consent,
            String evidence,
            Object request) {}

    /**
     * The first try. Only the authority that holds the case serves.
     *
     * @throws Refusal CONFLICT {@code service.handed-over}, {@code service.begun-already}: the next try is recorded there
     */
    Uni<DocumentServiceRow> begin(Actor officer, String key, First first) {
        return idempotency
                .once(officer, key, first.request(), () -> Panache.getSession()
                        .chain(session -> operator(session, officer, first.caseId())
                                .call(() -> once(session, first))
                                .chain(operator -> insert(session, officer, first, operator))))
                .chain(id -> one(officer, id));
    }

    Uni<DocumentServiceRow> one(Actor officer, UUID id) {
        return Rows.of(DocumentServiceRow.class, officer).one(id, "service.unknown");
    }

    private Uni<UUID> insert(Mutiny.Session session, Actor officer, First first, UUID operator) {
        DocumentService service = DocumentService.begun(
                ids.next(),
                new DocumentService.Of(
                        first.caseId(), operator, officer.requireAuthority(), first.document(), first.documentId()),
                Terms.ofOwnAccord(first.tried().on(), first.consent()),
                first.tried(),
                new Proof(first.evidence(), officer.subject()));
        return session.persist(DocumentServiceRow.of(service, officer.subject()))
                .chain(() -> outbox.append(ServiceMessages.of(service, clock.instant())))
                .replaceWith(service.id());
    }

    /** From here on no other request about the same document counts until this one is through. */
    private static Uni<Void> once(Mutiny.Session session, First first) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('service ' || ?1, 0)) as text)",
                        String.class)
                .setParameter(1, first.documentId().toString())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(BEGUN, Object[].class)
                        .setParameter(1, first.documentId())
                        .setParameter(2, first.caseId())
                        .setParameter(3, first.document())
                        .getSingleResult())
                .invoke(there -> {
                    if ((Boolean) there[0]) {
                        throw Refusal.conflict(
                                "service.handed-over", "It was handed over to be served: its terms are there");
                    }
                    if ((Boolean) there[1]) {
                        throw Refusal.conflict("service.begun-already", "Its service was begun: record the try there");
                    }
                })
                .replaceWithVoid();
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

    /** Another try, or the first one of what was handed over to be served. */
    Uni<DocumentServiceRow> attempt(Actor officer, UUID id, long seenVersion, Tried tried, String evidence) {
        return act(officer, id, seenVersion, evidence, (service, proof) -> service.attempt(tried, proof));
    }

    Uni<DocumentServiceRow> leave(Actor officer, UUID id, long seenVersion, LocalDate day, String evidence) {
        return act(officer, id, seenVersion, evidence, (service, proof) -> service.leave(day, proof));
    }

    Uni<DocumentServiceRow> publish(Actor officer, UUID id, long seenVersion, LocalDate day, String evidence) {
        return act(officer, id, seenVersion, evidence, (service, proof) -> service.publish(day, proof));
    }

    private Uni<DocumentServiceRow> act(
            Actor officer,
            UUID id,
            long seenVersion,
            String evidence,
            BiFunction<DocumentService, Proof, DocumentService> move) {
        return one(officer, id)
                .chain(seen -> Panache.withTransaction(() -> move(id, service -> {
                    ETags.check(seenVersion, service.version());
                    return move.apply(service, new Proof(evidence, officer.subject()));
                })));
    }

    private Uni<DocumentServiceRow> move(UUID id, UnaryOperator<DocumentService> move) {
        return Panache.getSession()
                .chain(session -> session.find(DocumentServiceRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .call(row -> {
                    DocumentService moved = move.apply(row.service());
                    row.show(moved);
                    return outbox.append(ServiceMessages.of(moved, clock.instant()))
                            .chain(() -> watch(moved));
                });
    }

    private Uni<Void> watch(DocumentService service) {
        return service.state() instanceof Published published
                ? deadlines.set(new NewDeadline(
                        PUBLIC_NOTICE, service.id(), service.of().caseId(), Zones.endOf(published.until())))
                : Uni.createFrom().voidItem();
    }

    @Override
    public String kind() {
        return PUBLIC_NOTICE;
    }

    /** The days of a public notice are over: the document counts as served. */
    @Override
    public Uni<Void> due(Deadline deadline) {
        return move(deadline.subject(), DocumentService::expire).replaceWithVoid();
    }
}
