package org.regulus.notification.ledger;

import java.util.UUID;

/**
 * How many events of a case the ledger of a size and root holds, to be signed like that ledger's checkpoint: who hands on a case's proof cannot
 * leave out its last event, or all of one aggregate, nor put the number beside another checkpoint of that size.
 *
 * @param root in base64, as the checkpoint has it
 */
public record CaseCount(String origin, UUID caseId, int events, long size, String root) {

    /** Its second line is no number, so that it is never taken for a checkpoint. */
    public String text() {
        return "%s/case\n%s\n%d\n%d\n%s\n".formatted(origin, caseId, events, size, root);
    }
}
