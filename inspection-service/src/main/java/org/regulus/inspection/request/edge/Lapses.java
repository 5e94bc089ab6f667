package org.regulus.inspection.request.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.request.Request;

/** Ends what an operator still asks for when there is no visit ahead any more. */
@ApplicationScoped
public class Lapses {

    /** The inspection fell out of its draw. */
    public static final String REPLACED = "inspection-replaced";

    /** The visit is over. */
    public static final String HELD = "interview-held";

    private final Outbox outbox;

    Lapses(Outbox outbox) {
        this.outbox = outbox;
    }

    /** In the transaction that ends the wait: it has locked the inspection, so no request comes in between. One of each kind at most. */
    public Uni<Void> of(UUID inspection, String reason, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from RequestRow where inspectionId = :of and state = 'made' order by id",
                                RequestRow.class)
                        .setParameter("of", inspection)
                        .getResultList())
                .chain(rows -> outbox.appendAll(lapsed(rows, reason, now)))
                .chain(Rows::flush);
    }

    private static List<OutboxMessage> lapsed(List<RequestRow> rows, String reason, Instant now) {
        return rows.stream()
                .map(row -> {
                    Request.Change<Request.RequestLapsed> change = row.request().lapse(reason, now);
                    row.take(change.request());
                    row.lapseReason = reason;
                    row.lapsedAt = now;
                    return RequestMessages.lapsed(row, change);
                })
                .toList();
    }
}
