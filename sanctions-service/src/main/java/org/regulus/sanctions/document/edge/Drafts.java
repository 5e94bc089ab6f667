package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Draft;
import org.regulus.sanctions.document.IssuedDocument;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.edge.FoundProceedings;
import org.regulus.sanctions.rectification.edge.FoundOrders;

/** What a document says by the case as it stands, in the caller's session. */
@ApplicationScoped
class Drafts {

    private final FoundOrders orders;
    private final FoundProceedings proceedings;
    private final RegulatorCalendar calendar;

    Drafts(FoundOrders orders, FoundProceedings proceedings, RegulatorCalendar calendar) {
        this.orders = orders;
        this.proceedings = proceedings;
        this.calendar = calendar;
    }

    Uni<Draft> of(DocumentKind kind, UUID subject, Scope scope) {
        return kind.isAboutOrder()
                ? orders.found(subject, scope)
                        .map(order -> new Draft(order.subject(), DocumentFacts.of(order), Set.of()))
                : proceedings
                        .found(subject, scope)
                        .map(it -> new Draft(
                                it.subject(),
                                DocumentFacts.of(kind, it, calendar),
                                it.hands().recused()));
    }

    /** For a document that was made: where the case has gone on past it, it is stale. */
    Uni<Draft> again(DocumentRow row, Scope scope) {
        return of(row.meaning(), row.subject, scope)
                .onFailure(fault -> fault instanceof Refusal no && no.code().equals(DocumentFacts.NOT_YET))
                .transform(gone -> IssuedDocument.stale());
    }
}
