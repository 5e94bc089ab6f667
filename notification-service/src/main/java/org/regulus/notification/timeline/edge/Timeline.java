package org.regulus.notification.timeline.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.notification.timeline.Story;

/** Keeps the story of each case. */
@ApplicationScoped
public class Timeline {

    /** In the transaction of the event's claim. */
    public Uni<Void> add(EventEnvelope event, UUID caseId, UUID operatorId) {
        TimelineRow row = new TimelineRow();
        row.id = event.id();
        row.caseId = caseId;
        row.authority = event.authority();
        row.operatorId = operatorId;
        row.type = event.type();
        row.at = event.time();
        row.aggregateType = event.aggregate().type();
        row.aggregateId = event.aggregate().id();
        row.sequence = event.aggregate().sequence();
        String cause = event.attributes().get("causationid");
        row.causationId = cause == null ? null : UUID.fromString(cause);
        row.forOperator = Story.of(event.type()).forOperator();
        return Panache.getSession().chain(session -> session.persist(row));
    }
}
