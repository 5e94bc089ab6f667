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
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;

/** Keeps the contact of each operator with each authority, and its name beside its cases. An entry older than the one known is passed over. */
@ApplicationScoped
class DirectoryConsumer {

    static final String REGISTERED = "regulus.filing.operator-registered.v1";

    private static final String KEEP =
            """
            with kept as (
              insert into contact (authority, operator_id, name, notice_email, language, sequence)
              values (?1, ?2, ?3, ?4, ?5, ?6)
              on conflict (authority, operator_id) do update set name = excluded.name,
                notice_email = excluded.notice_email, language = excluded.language, sequence = excluded.sequence
              where contact.sequence < excluded.sequence returning *)
            update known_case c set operator_name = kept.name from kept
            where c.operator_id = kept.operator_id and c.authority = kept.authority
              and c.operator_name is distinct from kept.name""";

    private final EventConsumption consumption;

    DirectoryConsumer(EventConsumption consumption) {
        this.consumption = consumption;
    }

    record Registered(UUID operatorId, String authority, String name, String noticeEmail, String language) {

        /** @throws Refusal MALFORMED {@code event.unreadable}, INVALID {@code directory.language} */
        Contact contact() {
            if (operatorId == null || authority == null || name == null || noticeEmail == null || language == null) {
                throw Refusal.malformed("event.unreadable", "The directory entry lacks a field");
            }
            return new Contact(name, noticeEmail, Language.of(language));
        }
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone of the compacted topic
        }
        return consumption.consume("notification.directory", message, this::react);
    }

    private Uni<Void> react(EventEnvelope event) {
        if (!event.type().equals(REGISTERED)) {
            return Uni.createFrom().voidItem();
        }
        Registered entry = event.dataAs(Registered.class);
        Contact contact = entry.contact();
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter(1, entry.authority())
                .setParameter(2, entry.operatorId())
                .setParameter(3, contact.name())
                .setParameter(4, contact.noticeAddress())
                .setParameter(5, contact.language().code())
                .setParameter(6, event.aggregate().sequence())
                .executeUpdate()
                .replaceWithVoid());
    }
}
