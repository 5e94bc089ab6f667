package org.regulus.notification.ledger;

/**
 * An entry as it is kept.
 *
 * @param labels what stands beside the text, for searching
 * @param hashedLabels the same, as the text itself says it
 * @param canonical the whole event, RFC 8785
 */
public record LedgerEntry(
        long position,
        Labels labels,
        Labels hashedLabels,
        String canonical,
        byte[] leafHash,
        byte[] previousHash,
        byte[] chainHash) {

    public record Labels(String eventId, String type, String authority) {}
}
