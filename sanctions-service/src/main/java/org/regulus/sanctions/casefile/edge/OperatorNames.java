package org.regulus.sanctions.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;

/**
 * What operators are called, as the filing-service's directory tells it (docs/decisions/0007): a document names whom it is for. An entry that
 * is older than the one known is passed over; one without a name goes to the dead letters; what is transient is tried again.
 */
@ApplicationScoped
public class OperatorNames {

    static final String REGISTERED = "regulus.filing.operator-registered.v1";

    private static final String KEEP =
            """
            insert into operator_name (operator_id, authority, name, sequence) values (?1, ?2, ?3, ?4)
            on conflict (operator_id, authority) do update set name = excluded.name, sequence = excluded.sequence
            where operator_name.sequence < excluded.sequence""";

    /** As the case's own authority has it, or else as another one that registered it. */
    private static final String FIND =
            """
            select name from operator_name where operator_id = ?1
            order by authority <> ?2, authority limit 1""";

    private final EventConsumption consumption;

    OperatorNames(EventConsumption consumption) {
        this.consumption = consumption;
    }

    /** Only the fields that are read here: no address is. */
    record Registered(UUID operatorId, String authority, String name) {}

    @Incoming("directory")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone of the compacted topic
        }
        return consumption.consume("sanctions.directory", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        if (!event.type().equals(REGISTERED)) {
            return Uni.createFrom().voidItem();
        }
        Registered entry = event.dataAs(Registered.class);
        if (entry.operatorId() == null || entry.authority() == null || entry.name() == null) {
            throw Refusal.malformed("event.unreadable", "A directory entry names its operator");
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, entry.operatorId())
                .setParameter(2, entry.authority())
                .setParameter(3, entry.name())
                .setParameter(4, event.aggregate().sequence())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** In the caller's session; empty when nobody told it yet. */
    public Uni<Optional<String>> of(UUID operatorId, String authority) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter(1, operatorId)
                        .setParameter(2, authority)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
