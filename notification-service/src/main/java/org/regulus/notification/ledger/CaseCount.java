package org.regulus.notification.ledger;

import java.util.UUID;

/**
 * How many events of a case the ledger of a size holds, to be signed like that ledger's checkpoint: who hands on a case's proof cannot leave out
 * its last event, or all of one aggregate.
 */
public record CaseCount(String origin, UUID caseId, int events, long size) {

    /** Its second line is no number, so that it is never taken for a checkpoint. */
    public String text() {
        return "%s/case\n%s\n%d\n%d\n".formatted(origin, caseId, events, size);
    }
}
