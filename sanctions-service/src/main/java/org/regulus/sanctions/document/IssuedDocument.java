package org.regulus.sanctions.document;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.document.DocumentState.Dispatched;
import org.regulus.sanctions.document.DocumentState.Issued;
import org.regulus.sanctions.document.DocumentState.Served;

/** A document that was made: what it says is frozen, only its way to the operator goes on. */
public record IssuedDocument(UUID id, CaseSubject about, Map<String, String> facts, int version, DocumentState state) {

    /**
     * Once, and only while it says what the case says: an operator that is called to a hearing which was moved meanwhile goes there in vain.
     */
    public IssuedDocument dispatch(Dispatch dispatch, Draft now) {
        if (!(state instanceof Issued issued)) {
            throw Refusal.conflict(
                    "document.move-not-allowed", "Document %s was handed over to be served already".formatted(id));
        }
        if (now.recused().contains(dispatch.by())) {
            throw Refusal.conflict("proceeding.recused", "You are recused from this proceeding");
        }
        if (now.addressee().person().isPresent()) {
            throw Refusal.conflict(
                    "document.by-hand",
                    "What goes to the operator does not reach a person: hand it over, and record that");
        }
        dispatch.refuseWithoutConsent();
        // a later version of this software may have more to say than the document had room for
        if (!now.facts().entrySet().containsAll(facts.entrySet())) {
            throw stale();
        }
        return new IssuedDocument(id, about, facts, version + 1, issued.dispatch(dispatch));
    }

    /**
     * What was heard of its service. Empty when that says nothing new: it came twice, or late, or it is with the operator already, and
     * the first day counts. The version stays: the event that tells of it is the proceeding's, or the order's.
     *
     * @param holder who holds the case by now, if it went to another authority: its word counts as that of who made the document
     * @throws Refusal CONFLICT {@code document.outcome-differs}, {@code document.not-dispatched} when it cannot be about this document
     */
    public Optional<Heard> hear(ServiceOutcome outcome, Optional<String> holder, RegulatorCalendar calendar) {
        CaseSubject said = outcome.about();
        if (!said.equals(about)
                && holder.map(about::heldBy).filter(said::equals).isEmpty()) {
            throw differs("it is of another case");
        }
        if (state instanceof Served) {
            return Optional.empty();
        }
        if (!(state instanceof Dispatched dispatched)) {
            throw Refusal.conflict(
                    "document.not-dispatched", "Document %s was not handed over to be served".formatted(id));
        }
        if (outcome.on().isBefore(calendar.dateOf(dispatched.dispatch().at()))) {
            throw differs("it was not on its way yet");
        }
        return dispatched.last().filter(known -> !outcome.isNewerThan(known)).isPresent()
                ? Optional.empty()
                : Optional.of(new Heard(
                        new IssuedDocument(id, about, facts, version, dispatched.hear(outcome)),
                        dispatched.arrival(outcome),
                        dispatched.dispatch().by()));
    }

    private Refusal differs(String why) {
        return Refusal.conflict("document.outcome-differs", "That was not document %s: %s".formatted(id, why));
    }

    public static Refusal stale() {
        return Refusal.conflict("document.stale", "The case says otherwise by now: make the document anew");
    }
}
