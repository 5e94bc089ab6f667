package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.MerkleTree;
import org.regulus.notification.ledger.Span;
import org.regulus.notification.ledger.Span.Node;

/** The stored tree: any root and any proof is one query for a number of rows that grows with the logarithm of the size. */
@ApplicationScoped
class TreeNodes {

    private static final String COMPLETED =
            """
            select cast(n.level as int), n.nth, n.hash from generate_series(0, 62) as l
            join ledger_node n on n.level = l and n.nth >= ?1 >> l and n.nth < ?2 >> l""";

    /** In the caller's session. */
    Uni<byte[]> root(long size) {
        return hashes(List.of(new Span(0, size))).map(one -> one.get(0));
    }

    /** The hash of each span, in order; in the caller's session. */
    Uni<List<byte[]>> hashes(List<Span> spans) {
        String wanted = spans.stream()
                .flatMap(span -> span.nodes().stream())
                .map(node -> "(%d, %d)".formatted(node.level(), node.nth())) // numbers of ours, never text
                .distinct()
                .collect(Collectors.joining(", "));
        return wanted.isEmpty()
                ? Uni.createFrom().item(() -> combined(spans, Map.of()))
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select cast(level as int), nth, hash from ledger_node where (level, nth) in (%s)"
                                                .formatted(wanted),
                                        Object[].class)
                                .getResultList())
                        .map(rows -> combined(spans, byNode(rows)));
    }

    /** The subtrees that the leaves after {@code from} up to {@code to} completed; in the caller's session. */
    Uni<Map<Node, byte[]>> completedBetween(long from, long to) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COMPLETED, Object[].class)
                        .setParameter(1, from)
                        .setParameter(2, to)
                        .getResultList())
                .map(TreeNodes::byNode);
    }

    private static Map<Node, byte[]> byNode(List<Object[]> rows) {
        Map<Node, byte[]> found = new HashMap<>();
        rows.forEach(row -> found.put(new Node((Integer) row[0], (Long) row[1]), (byte[]) row[2]));
        return found;
    }

    private static List<byte[]> combined(List<Span> spans, Map<Node, byte[]> found) {
        return spans.stream()
                .map(span -> MerkleTree.root(
                        span.nodes().stream().map(node -> hash(found, node)).toList()))
                .toList();
    }

    private static byte[] hash(Map<Node, byte[]> found, Node node) {
        byte[] hash = found.get(node);
        if (hash == null) {
            throw Refusal.conflict("ledger.incomplete", "A node of the ledger's tree is missing: verify the ledger");
        }
        return hash;
    }
}
