package org.regulus.sanctions.document;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.sanctions.document.ServiceOutcome.Word;
import org.regulus.sanctions.penalty.Arrival;

/** How far a document has come on its way to the operator. */
public sealed interface DocumentState {

    record Issued() implements DocumentState {
        Dispatched dispatch(Dispatch dispatch) {
            return new Dispatched(dispatch, Optional.empty());
        }
    }

    /** @param last what was heard of it last: it is not with the operator yet */
    record Dispatched(Dispatch dispatch, Optional<ServiceOutcome> last) implements DocumentState {

        DocumentState hear(ServiceOutcome word) {
            return word.isServed() ? new Served(dispatch, word) : new Dispatched(dispatch, Optional.of(word));
        }

        /** A public notice began on another day than it takes effect; where the way is not told it was the first one. */
        Arrival arrival(ServiceOutcome word) {
            LocalDate began = last.filter(known -> known.word() == Word.PUBLISHED)
                    .map(ServiceOutcome::on)
                    .orElse(word.on());
            return new Arrival(word.way().orElse(dispatch.ways().get(0).method()), began, word.on());
        }
    }

    record Served(Dispatch dispatch, ServiceOutcome outcome) implements DocumentState {}
}
