package org.regulus.campaign.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;

/**
 * Recomputes the ledger entry by entry and stops at the first fault, and holds it against a signed checkpoint when there is one.
 * leaf = SHA-256(0x00, canonical), chain = SHA-256(0x01, previous
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

    private final SignedCheckpoint checkpoint;
    private final Deque<byte[]> subtrees = new ArrayDeque<>();
    private byte[] head = new byte[32];
    private long entries;
    private long sealed;
    private Optional<Fault> fault = Optional.empty();

    public HashChain() {
        this(null);
    }

    /** @param checkpoint somebody trusts; null for none, when a ledger that was written anew as a whole is not found out */
    public HashChain(SignedCheckpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

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
            grow(leaf);
            fault = forked();
        }
        return fault;
    }

    /** Nothing more comes. */
    public Optional<Fault> end() {
        if (fault.isEmpty() && checkpoint != null && entries < checkpoint.size()) {
            fault = Optional.of(new Fault(
                    entries + 1, "it is missing: the checkpoint is of %d entries".formatted(checkpoint.size())));
        }
        return fault;
    }

    /** The tree of RFC 9162, section 2.1: one hash for each bit of its size, the largest subtree first. */
    private void grow(byte[] leaf) {
        byte[] node = leaf;
        for (long before = entries - 1; (before & 1) == 1; before >>= 1) {
            node = sha256(0x01, subtrees.removeLast(), node);
        }
        subtrees.addLast(node);
    }

    private Optional<Fault> forked() {
        if (checkpoint == null || entries != checkpoint.size()) {
            return Optional.empty();
        }
        Iterator<byte[]> fromRight = subtrees.descendingIterator();
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = sha256(0x01, fromRight.next(), root);
        }
        return Arrays.equals(root, checkpoint.root())
                ? Optional.empty()
                : Optional.of(new Fault(entries, "the tree so far does not have the root that was signed"));
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

    /** Position, id, type and authority stand beside the hashed text; they must say what it says. */
    private static Optional<String> labels(LedgerEntry entry) {
        try {
            JsonNode event = JSON.readTree(entry.canonical());
            if (!event.path("id").asText().equals(entry.eventId())
                    || !event.path("type").asText().equals(entry.type())
                    || !event.path("authority").asText().equals(entry.authority())) {
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
