package org.regulus.filing.jurisdiction.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.filing.casefile.edge.CaseRow;

/**
 * Hands everything in a case over to its new authority. Rows with a version get a new one: whoever is changing one of them for the former
 * authority at this moment is stale.
 */
final class Handover {

    static final List<String> VERSIONED = List.of("filing", "extension", "risk_report", "risk_stage");
    static final List<String> UNCHANGING = List.of("evidence", "evidence_read", "remark");

    private Handover() {}

    /** In the caller's transaction, which holds the case. */
    static Uni<Void> of(CaseRow row, String authority) {
        row.handOver(authority);
        return Panache.getSession().call(Mutiny.Session::flush).chain(session -> Multi.createFrom()
                .iterable(VERSIONED)
                .map(table -> "update " + table + " set authority = ?1, version = version + 1 where case_id = ?2")
                .onCompletion()
                .switchTo(Multi.createFrom()
                        .iterable(UNCHANGING)
                        .map(table -> "update " + table + " set authority = ?1 where case_id = ?2"))
                .onItem()
                .transformToUniAndConcatenate(update -> session.createNativeQuery(update)
                        .setParameter(1, authority)
                        .setParameter(2, row.id)
                        .executeUpdate())
                .collect()
                .asList()
                .replaceWithVoid());
    }
}
