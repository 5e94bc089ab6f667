package org.regulus.sanctions.document.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.Dispatch;
import org.regulus.sanctions.document.ServiceWay;
import org.regulus.sanctions.edge.Scope;

/** Hands documents over to be served. */
@ApplicationScoped
class DispatchCommands {

    private final Drafts drafts;
    private final Outbox outbox;
    private final InstantSource clock;

    DispatchCommands(Drafts drafts, Outbox outbox, InstantSource clock) {
        this.drafts = drafts;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Wish(List<ServiceWay> ways, Optional<String> consent) {}

    @WithTransaction
    Uni<DocumentRow> dispatch(Actor officer, UUID id, long seenVersion, Wish wish) {
        var dispatch = new Dispatch(wish.ways(), wish.consent(), new OfficerId(officer.subject()), clock.instant());
        return Rows.of(DocumentRow.class, officer)
                .locked()
                .one(id, "document.unknown")
                .invoke(row -> ETags.check(seenVersion, row.version))
                .call(row -> drafts.again(row, Scope.of(officer))
                        .invoke(now -> row.show(row.toDomain().dispatch(dispatch, now))))
                .call(row -> outbox.append(DocumentMessages.dispatched(row)));
    }
}
