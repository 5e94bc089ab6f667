package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;

/** The checkpoints that were signed. */
@ApplicationScoped
class KeptCheckpoints {

    /** The newest of all; null when there is none yet. In the caller's session. */
    Uni<Kept> latest() {
        return kept("select size, note from ledger_checkpoint where size > ?1 order by size desc limit ?2", 0, 1)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** In order of size; in the caller's session. */
    Uni<List<Kept>> after(long size, int limit) {
        return kept("select size, note from ledger_checkpoint where size > ?1 order by size limit ?2", size, limit);
    }

    /** Of more than {@code from} entries and at most {@code to}; in the caller's session. */
    Uni<List<Kept>> between(long from, long to) {
        return kept("select size, note from ledger_checkpoint where size > ?1 and size <= ?2", from, to);
    }

    private static Uni<List<Kept>> kept(String sql, long first, long second) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter(1, first)
                        .setParameter(2, second)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Kept((Long) row[0], (String) row[1]))
                        .toList());
    }
}
