package org.regulus.notification.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened on the way of one message to one recipient.
 *
 * @param kind mail, sms or post for a try to hand it over; the same with -late for what was answered to it when its sender had been given
 *     up, and with -reported for what a report, or another record, told of it; reading or acknowledgement for what the recipient did
 * @param attempt which try it was; 1 where there is but one
 */
public record Evidence(UUID id, About about, String kind, int attempt, Instant at, Receipt receipt) {

    /**
     * Whom it concerns.
     *
     * @param subject the message, or the item in the inbox
     */
    public record About(UUID subject, UUID caseId, String authority, UUID operatorId, String recipient) {}

    /** What announces it: whoever was told the digest can tell the evidence from any other. */
    public record Seal(UUID id, String digest) {}
}
