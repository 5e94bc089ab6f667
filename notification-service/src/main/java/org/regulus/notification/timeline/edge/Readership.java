package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.rest.Rows;

/** Which authorities read the story of a case, whoever held it when. Each event on jurisdiction tells all of them anew. */
public final class Readership {

    private static final Set<String> JURISDICTION = Set.of(
            "regulus.filing.case-shared.v1",
            "regulus.filing.case-unshared.v1",
            "regulus.filing.transfer-proposed.v1",
            "regulus.filing.transfer-declined.v1",
            "regulus.filing.case-transferred.v1",
            "regulus.filing.jurisdiction-disputed.v1",
            "regulus.filing.jurisdiction-designated.v1");

    private static final String BECOME =
            """
            with moved as (
              update known_case set authority = ?2, jurisdiction = ?3,
                assigned_to = case when authority = ?2 then assigned_to end
              where id = ?1 and jurisdiction < ?3 returning id),
            gone as (
              delete from case_reader r using moved where r.case_id = moved.id and r.authority <> all(string_to_array(?4, ',')))
            insert into case_reader (authority, case_id)
            select reader, moved.id from moved, unnest(string_to_array(?4, ',')) reader on conflict do nothing""";

    private Readership() {}

    /** In the transaction of the event's claim, after the case is known. */
    static Uni<Void> hear(EventEnvelope event, UUID caseId, JsonNode data) {
        if (!JURISDICTION.contains(event.type())) {
            return Uni.createFrom().voidItem();
        }
        List<String> readers = new ArrayList<>();
        data.path("readers").forEach(reader -> readers.add(reader.asText()));
        String holder = data.path("authority").asText();
        readers.add(holder); // what came to pass before it held the case is told under the former one
        return Panache.getSession().chain(session -> session.createNativeQuery(BECOME)
                .setParameter(1, caseId)
                .setParameter(2, holder)
                .setParameter(3, event.aggregate().sequence())
                .setParameter(4, String.join(",", readers))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @param caseId the row's attribute that names its case */
    public static <R> Rows<R> readable(Class<R> type, Actor asker, String caseId) {
        return Rows.readable(
                type,
                asker,
                caseId + " in (select r.key.caseId from CaseReaderRow r where r.key.authority = :scopeAuthority)");
    }
}
