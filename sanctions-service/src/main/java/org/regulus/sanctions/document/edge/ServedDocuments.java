package org.regulus.sanctions.document.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.casefile.edge.CaseHolders;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Heard;
import org.regulus.sanctions.document.ServiceOutcome;
import org.regulus.sanctions.document.ServiceOutcome.Word;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.penalty.PaperMoves.Copy;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.RecordedService;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.Sheet.Paper;
import org.regulus.sanctions.penalty.edge.RecordedSteps;
import org.regulus.sanctions.rectification.edge.ServedOrders;

/** Keeps what is heard of a document's service, and hands it on to the order or proceeding whose clocks it starts. */
@ApplicationScoped
class ServedDocuments {

    private final RecordedSteps proceedings;
    private final ServedOrders orders;
    private final CaseHolders holders;
    private final RegulatorCalendar calendar;

    ServedDocuments(RecordedSteps proceedings, ServedOrders orders, CaseHolders holders, RegulatorCalendar calendar) {
        this.proceedings = proceedings;
        this.orders = orders;
        this.holders = holders;
        this.calendar = calendar;
    }

    /** In the caller's transaction. What is no document of ours, such as a notice of inspection, is passed over. */
    Uni<Void> hear(UUID documentId, ServiceOutcome outcome) {
        return Panache.getSession()
                .chain(session -> session.find(DocumentRow.class, documentId, LockMode.PESSIMISTIC_WRITE))
                .chain(row -> row == null ? Uni.createFrom().voidItem() : hear(row, outcome));
    }

    private Uni<Void> hear(DocumentRow row, ServiceOutcome outcome) {
        return holders.of(row.caseId).chain(holder -> hear(row, outcome, holder));
    }

    private Uni<Void> hear(DocumentRow row, ServiceOutcome outcome, Optional<String> holder) {
        return row.toDomain()
                .hear(outcome, holder, calendar)
                .map(heard -> {
                    row.show(heard.document());
                    return outcome.word() == Word.SERVED
                            ? served(row, heard, outcome)
                            : notServed(row, heard, outcome.word());
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> served(DocumentRow row, Heard heard, ServiceOutcome outcome) {
        return switch (row.meaning()) {
            case ORDER -> orders.served(
                    row.subject, scope(row), outcome.method().orElseThrow(), outcome.on());
            case DECISION -> proceedings.enter(
                    row.subject,
                    scope(row),
                    heard.by(),
                    (it, court) -> RecordedService.decisionServed(it, heard.arrival(), court));
            case NOTICE -> notice(row, heard);
            case HEARING_NOTICE -> hearingNotice(row, heard);
            case DEMAND -> demand(row, heard);
        };
    }

    /** One that calls to another day than the hearing has by now calls nobody. */
    private Uni<Void> hearingNotice(DocumentRow row, Heard heard) {
        return proceedings.enter(
                row.subject,
                scope(row),
                heard.by(),
                (it, court) -> it.state() instanceof HearingCalled called
                                && called.heldOn()
                                        .toString()
                                        .equals(row.frozen.facts().get(DocumentFacts.HELD_ON))
                        ? RecordedService.paperServed(it, Copy.of(Paper.HEARING_NOTICE), heard.arrival(), court)
                        : Optional.empty());
    }

    private Uni<Void> notice(DocumentRow row, Heard heard) {
        return proceedings.enter(
                row.subject,
                scope(row),
                heard.by(),
                (it, court) -> RecordedService.paperServed(it, Copy.of(Paper.NOTICE), heard.arrival(), court));
    }

    /** It counts for what it demands and for nothing else; one that was made before that was noted, for the last demand. */
    private Uni<Void> demand(DocumentRow row, Heard heard) {
        return proceedings.enter(row.subject, scope(row), heard.by(), (it, court) -> {
            Optional<Integer> demanded = Optional.ofNullable(row.penalty)
                    .map(number -> it.decision()
                            .flatMap(decision -> decision.penalties().name(number)))
                    .orElseGet(() -> it.dossier().last(Sheet.Demanded.class).flatMap(Sheet.Demanded::penalty));
            return RecordedService.paperServed(it, new Copy(Paper.DEMAND, demanded), heard.arrival(), court);
        });
    }

    /** A try to serve the decision that failed belongs in the file of its proceeding; a public notice that runs is no failure. */
    private Uni<Void> notServed(DocumentRow row, Heard heard, Word word) {
        return row.meaning() == DocumentKind.DECISION && word != Word.PUBLISHED
                ? proceedings.enter(
                        row.subject,
                        scope(row),
                        heard.by(),
                        (it, court) -> RecordedService.decisionNotServed(it, heard.arrival(), word.code(), court))
                : Uni.createFrom().voidItem();
    }

    /** By its operator: the case may have gone to another authority since the document was made. */
    private static Scope scope(DocumentRow row) {
        return new Scope(Optional.empty(), Optional.of(row.operatorId));
    }
}
