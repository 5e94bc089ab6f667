package org.regulus.inspection.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;

/** How operators wish to be visited. */
@ApplicationScoped
class StatedWishes {

    private final InstantSource clock;
    private final Outbox outbox;
    private final ObjectMapper json;

    StatedWishes(InstantSource clock, Outbox outbox, ObjectMapper json) {
        this.clock = clock;
        this.outbox = outbox;
        this.json = json;
    }

    @WithTransaction
    Uni<InspectionRow> state(Actor actor, UUID id, long seen, Wishes wishes) {
        Instant now = clock.instant();
        return Inspections.get(actor, id, seen).call(row -> {
            Inspection.Change<InspectionEvent.WishesStated> change =
                    row.inspection().wish(wishes.languageOr("zh"), wishes.windows(), now);
            row.take(change.inspection());
            row.wishes = written(wishes);
            return outbox.append(InspectionMessages.wishes(row, change)).chain(Rows::flush);
        });
    }

    Wishes of(InspectionRow row) {
        return Wishes.read(json, row.wishes);
    }

    private String written(Wishes wishes) {
        try {
            return json.writeValueAsString(wishes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
