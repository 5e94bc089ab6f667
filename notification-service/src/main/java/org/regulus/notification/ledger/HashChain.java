package org.regulus.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Follows a ledger from its first entry and names the first fault. Domain-separated like RFC 9162: a leaf is hashed after 0x00, a link
 * after 0x01, so that neither can pass for the other.
 */
public final class HashChain {

    public static final int HASH_BYTES = 32;

    /** An entry as it is kept. */
    public record Entry(
            long position,
            String eventId,
            String type,
            String canonical,
            byte[] leafHash,
            byte[] previousHash,
            byte[] chainHash) {}

    /** @param position where an entry should stand or stands that is wrong */
    public record Fault(long position, String what) {}

    private byte[] head = new byte[HASH_BYTES];
    private long position;

    /** Takes the next entry; empty when it follows soundly. */
    public Optional<Fault> follow(Entry entry) {
        if (entry.position() != position + 1) {
            return fault(position + 1, "missing: the next entry is " + entry.position());
        }
        byte[] leaf = leaf(entry.canonical());
        if (!Arrays.equals(leaf, entry.leafHash())) {
            return fault(entry.position(), "its event was changed");
        }
        if (!entry.canonical().contains("\"id\":\"" + entry.eventId() + "\"")
                || !entry.canonical().contains("\"type\":\"" + entry.type() + "\"")) {
            return fault(entry.position(), "its label names another event");
        }
        if (!Arrays.equals(head, entry.previousHash())) {
            return fault(entry.position(), "it does not follow the entry before it: swapped, inserted or rewritten");
        }
        byte[] chain = link(head, leaf);
        if (!Arrays.equals(chain, entry.chainHash())) {
            return fault(entry.position(), "its chain hash was changed");
        }
        head = chain;
        position = entry.position();
        return Optional.empty();
    }

    /** What the head must be once the last entry was followed. */
    public Optional<Fault> end(long headPosition, byte[] headHash) {
        if (headPosition != position) {
            return fault(
                    Math.min(headPosition, position) + 1,
                    "the head stands at %d, the last entry at %d".formatted(headPosition, position));
        }
        return Arrays.equals(head, headHash) ? Optional.empty() : fault(position, "the head's hash was changed");
    }

    private static Optional<Fault> fault(long position, String what) {
        return Optional.of(new Fault(position, what));
    }

    public long position() {
        return position;
    }

    public byte[] head() {
        return head.clone();
    }

    public static byte[] leaf(String canonical) {
        return sha256((byte) 0x00, canonical.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] link(byte[] previous, byte[] leaf) {
        return sha256((byte) 0x01, previous, leaf);
    }

    private static byte[] sha256(byte tag, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(tag);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
