package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.Rows;

/** Authorities that may read a case which is not theirs. They change nothing in it. */
public final class CaseReaders {

    private CaseReaders() {}

    /** Cases that the asker may read. */
    public static Rows<CaseRow> cases(Actor asker) {
        return readable(CaseRow.class, asker, "id");
    }

    /** Cases of others that an officer may read: none for an operator. */
    static Rows<CaseRow> sharedWith(Actor officer) {
        return cases(officer).and("authority <> :own", "own", officer.requireAuthority());
    }

    /**
     * What belongs to a case that the asker may read.
     *
     * @param caseId the row's attribute that names its case
     */
    public static <R> Rows<R> readable(Class<R> type, Actor asker, String caseId) {
        return Rows.readable(
                type,
                asker,
                caseId + " in (select r.key.caseId from CaseReaderRow r where r.key.authority = :scopeAuthority)");
    }

    /** In the caller's transaction, which holds the case. */
    public static Uni<Void> become(UUID caseId, Collection<String> authorities) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        with gone as (
                          delete from case_reader where case_id = ?1 and authority <> all(string_to_array(?2, ',')))
                        insert into case_reader (authority, case_id)
                        select unnest(string_to_array(?2, ',')), ?1 on conflict do nothing""")
                .setParameter(1, caseId)
                .setParameter(2, String.join(",", authorities))
                .executeUpdate()
                .replaceWithVoid());
    }
}
