package org.regulus.notification.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.regulus.notification.ledger.Span.Node;

/** The Merkle tree of RFC 9162, section 2.1, as it grows: it holds one hash for each bit of its size. */
public final class MerkleTree {

    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /** A subtree that has become complete, and its root. */
    public record Completed(Node node, byte[] hash) {}

    /**
     * @param leaf a leaf's hash, see {@link HashChain#leaf}
     * @return the subtrees that it completes, from itself upwards
     */
    public List<Completed> add(byte[] leaf) {
        List<Completed> completed = new ArrayList<>();
        byte[] node = leaf;
        int level = 0;
        completed.add(new Completed(new Node(level, size), node));
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = HashChain.link(peaks.removeLast(), node);
            level++;
            completed.add(new Completed(new Node(level, rest >> 1), node));
        }
        peaks.addLast(node);
        size++;
        return completed;
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
