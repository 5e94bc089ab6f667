package org.regulus.sanctions.document.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.sanctions.document.Draft;
import org.regulus.sanctions.edge.Scope;

/** Makes documents. Called inside the transaction that claims the idempotency key. */
@ApplicationScoped
class DocumentCommands {

    private final Drafts drafts;
    private final Outbox outbox;
    private final Desk desk;

    DocumentCommands(Drafts drafts, Outbox outbox, Desk desk) {
        this.drafts = drafts;
        this.outbox = outbox;
        this.desk = desk;
    }

    Uni<UUID> issue(Actor officer, Drafts.Wanted wanted) {
        Instant now = desk.clock().instant();
        return drafts.of(wanted, Scope.of(officer))
                .chain(draft -> numbered(draft, wanted, officer, now))
                .call(row -> DocumentPaper.printed(row).invoke(pdf -> row.digest = DocumentPaper.digest(pdf)))
                .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                .call(row -> outbox.append(DocumentMessages.issued(row)))
                .map(row -> row.id);
    }

    /** The counter's row stays locked until the transaction ends: a number that is not used is given back. */
    private Uni<DocumentRow> numbered(Draft draft, Drafts.Wanted wanted, Actor officer, Instant now) {
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
                    row.templateVersion = DocumentPaper.current(wanted.kind());
                    row.subject = wanted.subject();
                    row.penalty = draft.addressee().penalty().orElse(null);
                    row.frozen = new DocumentRow.Frozen(draft.facts());
                    row.version = 1;
                    row.state = DocumentRow.ISSUED;
                    row.issuedBy = officer.subject();
                    row.issuedAt = now;
                    return row;
                });
    }
}
