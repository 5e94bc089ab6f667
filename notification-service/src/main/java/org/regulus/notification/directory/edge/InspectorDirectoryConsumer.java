package org.regulus.notification.directory.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.directory.Language;

/** Keeps where each inspector is invited. An entry older than the one known is passed over. */
@ApplicationScoped
class InspectorDirectoryConsumer {

    static final String REGISTERED = "regulus.inspection.inspector-registered.v1";

    private static final String KEEP =
            """
            insert into staff_contact (authority, recipient, email, language, sequence) values (?1, ?2, ?3, ?4, ?5)
            on conflict (authority, recipient) do update
            set email = excluded.email, language = excluded.language, sequence = excluded.sequence
            where staff_contact.sequence < excluded.sequence""";

    private final EventConsumption consumption;

    InspectorDirectoryConsumer(EventConsumption consumption) {
        this.consumption = consumption;
    }

    /** @param email null when the inspector is not written to */
    record Registered(UUID inspectorId, String authority, String email, String language) {

        /** @throws Refusal MALFORMED {@code event.unreadable}, INVALID {@code directory.language} */
        Language spoken() {
            if (inspectorId == null || authority == null || language == null) {
                throw Refusal.malformed("event.unreadable", "The directory entry lacks a field");
            }
            return Language.of(language);
        }
    }

    @Incoming("inspectors")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone of the compacted topic
        }
        return consumption.consume("notification.inspectors", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        if (!event.type().equals(REGISTERED)) {
            return Uni.createFrom().voidItem();
        }
        Registered entry = event.dataAs(Registered.class);
        Language language = entry.spoken();
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, entry.authority())
                .setParameter(2, "inspector/" + entry.inspectorId())
                .setParameter(3, entry.email())
                .setParameter(4, language.code())
                .setParameter(5, event.aggregate().sequence())
                .executeUpdate()
                .replaceWithVoid());
    }
}
