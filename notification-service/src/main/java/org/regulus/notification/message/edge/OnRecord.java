package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;

/** What is on record of a message that was taken, though the try that is in hand was answered otherwise, or not at all. */
final class OnRecord {

    private static final String TAKEN =
            """
            (select true, status from delivery_report where message_id = ?1 and action = 'delivered' order by id limit 1)
            union all
            (select false, cast(id as text) from service_evidence
             where subject_id = ?1 and kind = ?2 and outcome = 'accepted' order by id limit 1)
            limit 1""";

    private OnRecord() {}

    /** In the caller's transaction, which holds the message's row: whoever notes something of it waits for that. */
    static Uni<Optional<Receipt>> taken(UUID message, String lateKind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKEN, Object[].class)
                        .setParameter(1, message)
                        .setParameter(2, lateKind)
                        .getSingleResultOrNull())
                .map(found -> Optional.ofNullable(found)
                        .map(record ->
                                (Boolean) record[0] ? reported((String) record[1]) : answered((String) record[1])));
    }

    /** @param status of RFC 3463, such as 2.0.0 */
    static Receipt reported(String status) {
        return new Receipt(Outcome.ACCEPTED, Map.of("reported", "delivered", "status", status));
    }

    private static Receipt answered(String evidence) {
        return new Receipt(Outcome.ACCEPTED, Map.of("answeredLate", evidence));
    }
}
