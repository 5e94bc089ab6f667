package org.regulus.filing.jurisdiction;

import java.time.Instant;

/** What can happen to the jurisdiction over a case; all flat, so that one shape on the wire serves them all. */
public sealed interface JurisdictionEvent {

    /** The other authority that it is about. */
    String other();

    Instant at();

    record CaseShared(String other, Instant at) implements JurisdictionEvent {}

    record CaseUnshared(String other, Instant at) implements JurisdictionEvent {}

    /** @param other who would hold the case */
    record TransferProposed(String other, Instant at) implements JurisdictionEvent {}

    record TransferDeclined(String other, Instant at) implements JurisdictionEvent {}

    /** @param other who held the case before */
    record CaseTransferred(String other, Instant at) implements JurisdictionEvent {}

    /** @param other the common superior, which is to designate */
    record JurisdictionDisputed(String other, Instant at) implements JurisdictionEvent {}

    /** @param other who held the case before; the holder itself when it was confirmed */
    record JurisdictionDesignated(String other, Instant at) implements JurisdictionEvent {}
}
