package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.event.EventHeaders;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.document.ServiceOutcome;
import org.regulus.sanctions.document.ServiceOutcome.Word;

/**
 * Listens to the notification-service: what became of the documents that were handed over to be served. Most of what it announces is
 * about mails and the ledger: that is passed over before anything is written. An outcome that cannot be about its document goes to the
 * dead letters; what is transient is tried again by {@link EventConsumption}.
 */
@ApplicationScoped
class ServiceEvents {

    static final Map<String, Word> WORDS = Map.of(
            "regulus.notification.document-served.v1", Word.SERVED,
            "regulus.notification.document-refused.v1", Word.REFUSED,
            "regulus.notification.document-undeliverable.v1", Word.UNDELIVERABLE,
            "regulus.notification.document-published.v1", Word.PUBLISHED);

    private final EventConsumption consumption;
    private final ServedDocuments documents;

    ServiceEvents(EventConsumption consumption, ServedDocuments documents) {
        this.consumption = consumption;
        this.documents = documents;
    }

    /** Only the fields that are read here; each type has one of the days. */
    record Told(
            UUID caseId,
            UUID serviceId,
            UUID operatorId,
            String authority,
            UUID documentId,
            String method,
            LocalDate servedOn,
            LocalDate refusedOn,
            LocalDate triedOn,
            LocalDate publishedOn) {

        ServiceOutcome outcome(Word word, long sequence) {
            LocalDate on = Stream.of(
                            Optional.ofNullable(servedOn),
                            Optional.ofNullable(refusedOn),
                            Optional.ofNullable(triedOn),
                            Optional.ofNullable(publishedOn))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            boolean whole =
                    caseId != null && serviceId != null && operatorId != null && authority != null && on != null;
            if (!whole || documentId == null || word == Word.SERVED && method == null) {
                throw Refusal.malformed("event.unreadable", "An outcome names its document, its case and its day");
            }
            return new ServiceOutcome(
                    new CaseSubject(caseId, operatorId, authority),
                    serviceId,
                    sequence,
                    word,
                    Optional.ofNullable(method),
                    on);
        }
    }

    @Incoming("notification-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        String type = EventHeaders.read(message.headers()).getOrDefault("type", "");
        return WORDS.containsKey(type)
                ? consumption.consume("sanctions.services", message, this::react)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> react(EventEnvelope event) {
        Told told = event.dataAs(Told.class);
        return documents.hear(
                told.documentId(),
                told.outcome(WORDS.get(event.type()), event.aggregate().sequence()));
    }
}
