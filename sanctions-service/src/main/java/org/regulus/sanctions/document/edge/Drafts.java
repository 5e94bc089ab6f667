package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Draft;
import org.regulus.sanctions.document.Draft.Addressee;
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
    private final PaperNames names;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;

    Drafts(
            FoundOrders orders,
            FoundProceedings proceedings,
            PaperNames names,
            RuleBook rules,
            RegulatorCalendar calendar) {
        this.orders = orders;
        this.proceedings = proceedings;
        this.names = names;
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * What is wanted: of which case, and in which language.
     *
     * @param penalty what is demanded, or what hits the person that a decision is for
     */
    record Wanted(DocumentKind kind, UUID subject, String language, Optional<Integer> penalty) {}

    Uni<Draft> of(Wanted wanted, Scope scope) {
        Wording wording = new Wording(wanted.language(), rules, calendar);
        return wanted.kind().isAboutOrder()
                ? orders.found(wanted.subject(), scope).chain(order -> named(of(order, wording), wording, wanted))
                : proceedings
                        .found(wanted.subject(), scope)
                        .chain(it -> named(of(wanted, it, wording), wording, wanted));
    }

    private static Draft of(RectificationOrder order, Wording wording) {
        return new Draft(order.subject(), DocumentFacts.of(order), Set.of()).with(wording.of(order));
    }

    private Draft of(Wanted wanted, PenaltyProceeding it, Wording wording) {
        DocumentKind kind = wanted.kind();
        Addressee addressee = DocumentFacts.addressee(kind, it, wanted.penalty());
        Map<String, String> facts = DocumentFacts.of(kind, it, addressee, calendar);
        return new Draft(it.subject(), facts, it.hands().recused(), addressee)
                .with(wording.of(kind, it, addressee, facts));
    }

    /** A person by its name in the decision; an operator that nobody named yet by its id. */
    private Uni<Draft> named(Draft draft, Wording wording, Wanted wanted) {
        CaseSubject about = draft.about();
        String issuer = names.authorities().of(about.authority(), wanted.language());
        Draft signed = draft.with(Map.of(DocumentPaper.ISSUER, issuer));
        return names.operators()
                .of(about.operatorId(), about.authority())
                .map(name ->
                        signed.with(wording.recipient(draft.addressee().person().or(() -> name), about.operatorId())));
    }

    /** For a document that was made: where the case has gone on past it, it is stale. */
    Uni<Draft> again(DocumentRow row, Scope scope) {
        return of(new Wanted(row.meaning(), row.subject, row.language, Optional.ofNullable(row.penalty)), scope)
                .onFailure(fault -> fault instanceof Refusal no && no.code().equals(DocumentFacts.NOT_YET))
                .transform(gone -> IssuedDocument.stale());
    }
}
