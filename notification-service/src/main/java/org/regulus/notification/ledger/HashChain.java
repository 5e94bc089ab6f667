package org.regulus.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.regulus.notification.ledger.Fault.Kind;

/**
 * Follows a ledger from its first entry and names the first fault. Domain-separated like RFC 9162: a leaf is hashed after 0x00, a link
 * after 0x01, so that neither can pass for the other; before the first entry stand 32 zero bytes.
 */
public final class HashChain {

    public static final int HASH_BYTES = 32;

    private byte[] head = new byte[HASH_BYTES];
    private long position;

    /** Takes the next entry; empty when it follows soundly. After a fault the chain stays where it was. */
    public Optional<Fault> follow(LedgerEntry entry) {
        if (entry.position() <= position) {
            return Fault.at(entry, Kind.DUPLICATED, "an entry stands at a position that was already taken");
        }
        if (entry.position() != position + 1) {
            return Optional.of(new Fault(
                    position + 1, null, Kind.DROPPED, "no entry is here: the next one stands at " + entry.position()));
        }
        byte[] leaf = leaf(entry.canonical());
        if (!Arrays.equals(leaf, entry.leafHash())) {
            return Fault.at(entry, Kind.CHANGED, "its text is not the one that was hashed");
        }
        if (!entry.labels().equals(entry.hashedLabels())) {
            return Fault.at(entry, Kind.RELABELLED, "its label names another event than the text that was hashed");
        }
        if (!Arrays.equals(head, entry.previousHash())) {
            return Fault.at(entry, Kind.UNLINKED, "it does not follow the entry before it");
        }
        byte[] chain = link(head, leaf);
        if (!Arrays.equals(chain, entry.chainHash())) {
            return Fault.at(entry, Kind.CHANGED, "its chain hash is not that of the chain so far and this entry");
        }
        head = chain;
        position = entry.position();
        return Optional.empty();
    }

    /** Whether the ledger ends where its head says. */
    public Optional<Fault> end(long headPosition, byte[] headHash) {
        if (headPosition > position) {
            return Optional.of(new Fault(
                    position + 1, null, Kind.DROPPED, "no entry is here, but the head stands at " + headPosition));
        }
        if (headPosition < position || !Arrays.equals(head, headHash)) {
            return Optional.of(new Fault(position, null, Kind.HEAD_CHANGED, "the head is not that of the last entry"));
        }
        return Optional.empty();
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
