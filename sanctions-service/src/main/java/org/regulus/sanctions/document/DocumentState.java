package org.regulus.sanctions.document;

/** How far a document has come on its way to the operator. */
public sealed interface DocumentState {

    record Issued() implements DocumentState {
        Dispatched dispatch(Dispatch dispatch) {
            return new Dispatched(dispatch);
        }
    }

    record Dispatched(Dispatch dispatch) implements DocumentState {}
}
