package org.regulus.sanctions.document.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.edge.FoundProceedings;
import org.regulus.sanctions.rectification.edge.FoundOrders;

/** Makes documents. Called inside the transaction that claims the idempotency key. */
@ApplicationScoped
class DocumentCommands {

    private final FoundOrders orders;
    private final FoundProceedings proceedings;
    private final Outbox outbox;
    private final Desk desk;

    DocumentCommands(FoundOrders orders, FoundProceedings proceedings, Outbox outbox, Desk desk) {
        this.orders = orders;
        this.proceedings = proceedings;
        this.outbox = outbox;
        this.desk = desk;
    }

    record Wanted(DocumentKind kind, UUID subject, String language) {}

    /** Whom it is about, and what it says. */
    private record Draft(CaseSubject about, Map<String, String> facts) {}

    record Issued(
            UUID caseId,
            UUID documentId,
            String number,
            String kind,
            String language,
            int templateVersion,
            UUID subjectId,
            UUID operatorId,
            String authority,
            String sha256,
            Instant at) {

        static Issued of(DocumentRow row) {
            return new Issued(
                    row.caseId,
                    row.id,
                    row.number(),
                    row.kind,
                    row.language,
                    row.templateVersion,
                    row.subject,
                    row.operatorId,
                    row.authority,
                    row.digest,
                    row.issuedAt);
        }
    }

    Uni<UUID> issue(Actor officer, Wanted wanted) {
        Instant now = desk.clock().instant();
        return draft(wanted, Scope.of(officer))
                .chain(draft -> numbered(draft, wanted, officer, now))
                .call(row -> DocumentPaper.printed(row).invoke(pdf -> row.digest = DocumentPaper.digest(pdf)))
                .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                .call(row -> outbox.append(message(row)))
                .map(row -> row.id);
    }

    private Uni<Draft> draft(Wanted wanted, Scope scope) {
        return wanted.kind().isAboutOrder()
                ? orders.found(wanted.subject(), scope)
                        .map(order -> new Draft(order.subject(), DocumentFacts.of(order)))
                : proceedings
                        .found(wanted.subject(), scope)
                        .map(it -> new Draft(it.subject(), DocumentFacts.of(wanted.kind(), it, desk.calendar())));
    }

    /** The counter's row stays locked until the transaction ends: a number that is not used is given back. */
    private Uni<DocumentRow> numbered(Draft draft, Wanted wanted, Actor officer, Instant now) {
        int year = desk.calendar().dateOf(now).getYear();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                """
                                insert into document_number (authority, year, last) values (?1, ?2, 1)
                                on conflict (authority, year) do update set last = document_number.last + 1
                                returning last""",
                                Integer.class)
                        .setParameter(1, draft.about().authority())
                        .setParameter(2, year)
                        .getSingleResult())
                .map(serial -> {
                    DocumentRow row = new DocumentRow();
                    row.id = desk.ids().next();
                    row.authority = draft.about().authority();
                    row.year = year;
                    row.serial = serial;
                    row.caseId = draft.about().caseId();
                    row.operatorId = draft.about().operatorId();
                    row.kind = wanted.kind().code();
                    row.language = wanted.language();
                    row.templateVersion = DocumentPaper.CURRENT;
                    row.subject = wanted.subject();
                    row.frozen = new DocumentRow.Frozen(draft.facts());
                    row.issuedBy = officer.subject();
                    row.issuedAt = now;
                    return row;
                });
    }

    static OutboxMessage message(DocumentRow row) {
        return new OutboxMessage(
                "regulus.sanctions.document-issued.v1",
                row.caseId,
                new AggregateVersion("document", row.id, 1),
                row.authority,
                row.issuedAt,
                Issued.of(row));
    }
}
