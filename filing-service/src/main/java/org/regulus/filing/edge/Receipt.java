package org.regulus.filing.edge;

import java.time.Instant;
import java.util.UUID;

/**
 * What an operator has in its hand after a submission.
 *
 * @param number the case number and the number of the submission
 * @param receivedAt the instant that decides whether it was late
 * @param digest SHA-256, in hex, over the canonical form (RFC 8785) of the submitted content
 */
record Receipt(
        String number,
        UUID caseId,
        UUID campaignId,
        UUID operatorId,
        String authority,
        int submission,
        Instant receivedAt,
        boolean late,
        String digest) {

    static Receipt of(String caseNumber, FilingRow filing, SubmissionRow submission) {
        return new Receipt(
                "%s/%d".formatted(caseNumber, submission.key.number()),
                filing.caseId,
                filing.campaignId,
                filing.operatorId,
                filing.authority,
                submission.key.number(),
                submission.submittedAt,
                submission.late,
                submission.digest);
    }
}
