package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.casefile.edge.OperatorNames;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Draft;
import org.regulus.sanctions.document.IssuedDocument;
import org.regulus.sanctions.document.Wording;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.edge.FoundProceedings;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.rectification.edge.FoundOrders;
import org.regulus.sanctions.ruleset.RuleBook;

/** What a document says by the case as it stands, in the caller's session. */
@ApplicationScoped
class Drafts {

    private final FoundOrders orders;
    private final FoundProceedings proceedings;
    private final OperatorNames names;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;

    Drafts(
            FoundOrders orders,
            FoundProceedings proceedings,
            OperatorNames names,
            RuleBook rules,
            RegulatorCalendar calendar) {
        this.orders = orders;
        this.proceedings = proceedings;
        this.names = names;
        this.rules = rules;
        this.calendar = calendar;
    }

    /** What is wanted: of which case, and in which language. */
    record Wanted(DocumentKind kind, UUID subject, String language) {}

    Uni<Draft> of(Wanted wanted, Scope scope) {
        Wording wording = new Wording(wanted.language(), rules, calendar);
        return wanted.kind().isAboutOrder()
                ? orders.found(wanted.subject(), scope).chain(order -> named(of(order, wording), wording))
                : proceedings
                        .found(wanted.subject(), scope)
                        .chain(it -> named(of(wanted.kind(), it, wording), wording));
    }

    private static Draft of(RectificationOrder order, Wording wording) {
        return new Draft(order.subject(), both(DocumentFacts.of(order), wording.of(order)), Set.of());
    }

    private Draft of(DocumentKind kind, PenaltyProceeding it, Wording wording) {
        Map<String, String> facts = DocumentFacts.of(kind, it, calendar);
        return new Draft(
                it.subject(),
                both(facts, wording.of(kind, it, facts)),
                it.hands().recused());
    }

    /** An operator that nobody named yet is called by its id. */
    private Uni<Draft> named(Draft draft, Wording wording) {
        CaseSubject about = draft.about();
        return names.of(about.operatorId(), about.authority())
                .map(name -> new Draft(
                        about, both(draft.facts(), wording.recipient(name, about.operatorId())), draft.recused()));
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> facts = new HashMap<>(one);
        facts.putAll(other);
        return facts;
    }

    /** For a document that was made: where the case has gone on past it, it is stale. */
    Uni<Draft> again(DocumentRow row, Scope scope) {
        return of(new Wanted(row.meaning(), row.subject, row.language), scope)
                .onFailure(fault -> fault instanceof Refusal no && no.code().equals(DocumentFacts.NOT_YET))
                .transform(gone -> IssuedDocument.stale());
    }
}
