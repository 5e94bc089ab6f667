package org.regulus.sanctions.document;

import java.util.Map;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.document.DocumentState.Issued;

/** A document that was made: what it says is frozen, only its way to the operator goes on. */
public record IssuedDocument(UUID id, Map<String, String> facts, int version, DocumentState state) {

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
        dispatch.refuseWithoutConsent();
        if (!facts.equals(now.facts())) {
            throw stale();
        }
        return in(issued.dispatch(dispatch));
    }

    public static Refusal stale() {
        return Refusal.conflict("document.stale", "The case says otherwise by now: make the document anew");
    }

    private IssuedDocument in(DocumentState next) {
        return new IssuedDocument(id, facts, version + 1, next);
    }
}
