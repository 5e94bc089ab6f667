package org.regulus.notification.ledger;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring leaves, counted from 0, whose subtree's root stands in a proof. */
public record Span(long from, long to) {

    /** A complete subtree: the 2^level leaves from nth * 2^level on. */
    public record Node(int level, long nth) {}

    /** Which complete subtrees, left to right, make up this one. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
            nodes.add(new Node(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** The subtrees of an inclusion proof, in its order (RFC 9162, section 2.1.3.1). */
    public static List<Span> ofInclusion(long leaf, long size) {
        List<Span> path = new ArrayList<>();
        descend(leaf, new Span(0, size), path);
        return path;
    }

    private static void descend(long leaf, Span tree, List<Span> path) {
        if (tree.to - tree.from == 1) {
            return;
        }
        long middle = tree.middle();
        Span left = new Span(tree.from, middle);
        Span right = new Span(middle, tree.to);
        descend(leaf, leaf < middle ? left : right, path);
        path.add(leaf < middle ? right : left);
    }

    /** The subtrees of a consistency proof, in its order (RFC 9162, section 2.1.4.1). */
    public static List<Span> ofConsistency(long first, long second) {
        List<Span> path = new ArrayList<>();
        if (first > 0) {
            compare(first, new Span(0, second), true, path);
        }
        return path;
    }

    private static void compare(long first, Span tree, boolean known, List<Span> path) {
        if (first == tree.to) {
            if (!known) {
                path.add(tree);
            }
            return;
        }
        long middle = tree.middle();
        Span left = new Span(tree.from, middle);
        Span right = new Span(middle, tree.to);
        if (first <= middle) {
            compare(first, left, known, path);
            path.add(right);
        } else {
            compare(first, right, false, path);
            path.add(left);
        }
    }

    /** After the largest power of two of leaves that is smaller than the whole. */
    private long middle() {
        return from + Long.highestOneBit(to - from - 1);
    }
}
