package org.regulus.campaign.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Recomputes the ledger entry by entry and stops at the first fault. leaf = SHA-256(0x00, canonical), chain = SHA-256(0x01, previous
 * chain, leaf), and before the first entry stand 32 zero bytes.
 */
public final class HashChain {

    /** Where the ledger is wrong, and how. */
    public record Fault(long position, String what) {
        @Override
        public String toString() {
            return "entry " + position + ": " + what;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    private byte[] head = new byte[32];
    private long entries;
    private long sealed;
    private Optional<Fault> fault = Optional.empty();

    /** Takes the next entry; after a fault nothing more is looked at. */
    public Optional<Fault> add(LedgerEntry entry) {
        if (fault.isPresent()) {
            return fault;
        }
        byte[] leaf = leaf(entry);
        byte[] chain = sha256(0x01, head, leaf);
        fault = problem(entry, leaf, chain).map(what -> new Fault(entry.position(), what));
        if (fault.isEmpty()) {
            head = chain;
            entries++;
            sealed += entry.canonical() == null ? 1 : 0;
        }
        return fault;
    }

    /** Of an event that we may not read only the hash is known. */
    private static byte[] leaf(LedgerEntry entry) {
        return entry.canonical() == null
                ? HEX.parseHex(entry.leafHash())
                : sha256(0x00, entry.canonical().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> problem(LedgerEntry entry, byte[] leaf, byte[] chain) {
        if (entry.position() != entries + 1) {
            return Optional.of("expected position " + (entries + 1));
        }
        if (!HEX.formatHex(leaf).equals(entry.leafHash())) {
            return Optional.of("the event was changed: its hash is not the leaf hash");
        }
        if (!HEX.formatHex(head).equals(entry.previousHash())) {
            return Optional.of("it does not follow the entry before it");
        }
        if (!HEX.formatHex(chain).equals(entry.chainHash())) {
            return Optional.of("the chain hash is not that of the chain so far and this entry");
        }
        return entry.canonical() == null ? Optional.empty() : labels(entry);
    }

    /** Position, id and type stand beside the hashed text; they must say what it says. */
    private static Optional<String> labels(LedgerEntry entry) {
        try {
            JsonNode event = JSON.readTree(entry.canonical());
            if (!event.path("id").asText().equals(entry.eventId())
                    || !event.path("type").asText().equals(entry.type())) {
                return Optional.of("its label names another event than the one that was hashed");
            }
            return Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.of("the hashed text is not JSON");
        }
    }

    public Optional<Fault> fault() {
        return fault;
    }

    public long entries() {
        return entries;
    }

    /** How many of them were followed by their hash only. */
    public long sealed() {
        return sealed;
    }

    public String head() {
        return HEX.formatHex(head);
    }

    private static byte[] sha256(int tag, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) tag);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
