package org.regulus.campaign.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry as the notification service shows it; hashes in lower-case hex.
 *
 * @param canonical the event as it was hashed; null when it is another authority's, for which its leaf hash stands
 */
public record LedgerEntry(
        long position,
        String eventId,
        String type,
        String authority,
        String canonical,
        String leafHash,
        String previousHash,
        String chainHash) {

    public static LedgerEntry of(JsonNode entry) {
        return new LedgerEntry(
                entry.path("position").asLong(-1),
                entry.path("eventId").asText(),
                entry.path("type").asText(),
                entry.path("authority").asText(),
                entry.hasNonNull("canonical") ? entry.get("canonical").asText() : null,
                entry.path("leafHash").asText(),
                entry.path("previousHash").asText(),
                entry.path("chainHash").asText());
    }
}
