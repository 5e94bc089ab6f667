package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;

/** Where operators are reached. An entry older than the one known is passed over. */
@ApplicationScoped
class DirectoryConsumer {

    private final EventConsumption consumption;

    DirectoryConsumer(EventConsumption consumption) {
        this.consumption = consumption;
    }

    record Registered(UUID operatorId, String authority, String name, String noticeEmail, String language) {}

    @Incoming("directory")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone of the compacted topic
        }
        return consumption.consume("notification.directory", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        if (!event.type().equals("regulus.filing.operator-registered.v1")) {
            return Uni.createFrom().voidItem();
        }
        Registered entry = event.dataAs(Registered.class);
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        insert into contact (authority, operator_id, name, notice_email, language, sequence)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (authority, operator_id) do update set name = excluded.name,
                          notice_email = excluded.notice_email, language = excluded.language, sequence = excluded.sequence
                        where contact.sequence < excluded.sequence""")
                .setParameter(1, entry.authority())
                .setParameter(2, entry.operatorId())
                .setParameter(3, entry.name())
                .setParameter(4, entry.noticeEmail())
                .setParameter(5, entry.language())
                .setParameter(6, event.aggregate().sequence())
                .executeUpdate()
                .replaceWithVoid());
    }
}
