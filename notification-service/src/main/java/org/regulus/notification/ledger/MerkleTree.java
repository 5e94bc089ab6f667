package org.regulus.notification.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;

/** The Merkle tree of RFC 9162, section 2.1, as it grows: it holds one hash for each bit of its size. */
public final class MerkleTree {

    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /** @param leaf a leaf's hash, see {@link HashChain#leaf} */
    public void add(byte[] leaf) {
        byte[] node = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = HashChain.link(peaks.removeLast(), node);
        }
        peaks.addLast(node);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        return root(peaks);
    }

    /** @param peaks the roots of the complete subtrees, left to right; of no leaves, the hash of nothing */
    public static byte[] root(Collection<byte[]> peaks) {
        if (peaks.isEmpty()) {
            return empty();
        }
        Iterator<byte[]> fromRight = new ArrayDeque<>(peaks).descendingIterator();
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = HashChain.link(fromRight.next(), root);
        }
        return root;
    }

    private static byte[] empty() {
        try {
            return MessageDigest.getInstance("SHA-256").digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
