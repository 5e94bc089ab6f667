package org.regulus.sanctions;

import java.util.UUID;

/** Whose case it is: one operator under one authority. Every duty and every penalty belongs to exactly one. */
public record CaseSubject(UUID caseId, UUID operatorId, String authority) {

    /** The same case in the hands of that authority. */
    public CaseSubject heldBy(String holder) {
        return new CaseSubject(caseId, operatorId, holder);
    }
}
