package org.regulus.notification.service.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Undeliverable;

/** How a document was served, as it goes over the wire. */
final class ServiceMessages {

    static final String SERVED = "regulus.notification.document-served.v1";
    static final String REFUSED = "regulus.notification.document-refused.v1";
    static final String UNDELIVERABLE = "regulus.notification.document-undeliverable.v1";
    static final String PUBLISHED = "regulus.notification.document-published.v1";

    private ServiceMessages() {}

    record DocumentServed(
            UUID caseId,
            UUID serviceId,
            UUID operatorId,
            String authority,
            String document,
            UUID documentId,
            String method,
            LocalDate servedOn,
            Instant recordedAt) {}

    record DocumentRefused(
            UUID caseId,
            UUID serviceId,
            UUID operatorId,
            String authority,
            String document,
            UUID documentId,
            String method,
            LocalDate refusedOn,
            Instant recordedAt) {}

    record DocumentUndeliverable(
            UUID caseId,
            UUID serviceId,
            UUID operatorId,
            String authority,
            String document,
            UUID documentId,
            String method,
            LocalDate triedOn,
            Instant recordedAt) {}

    record DocumentPublished(
            UUID caseId,
            UUID serviceId,
            UUID operatorId,
            String authority,
            String document,
            UUID documentId,
            LocalDate publishedOn,
            LocalDate until,
            Instant recordedAt) {}

    static OutboxMessage of(DocumentService service, Instant at) {
        if (service.state() instanceof Served served) {
            return message(SERVED, service, at, served(service.of(), service.id(), served, at));
        }
        if (service.state() instanceof Refused refused) {
            return message(REFUSED, service, at, refused(service.of(), service.id(), refused, at));
        }
        if (service.state() instanceof Undeliverable undeliverable) {
            return message(UNDELIVERABLE, service, at, undeliverable(service.of(), service.id(), undeliverable, at));
        }
        return message(PUBLISHED, service, at, published(service.of(), service.id(), (Published) service.state(), at));
    }

    private static OutboxMessage message(String type, DocumentService service, Instant at, Object data) {
        return new OutboxMessage(
                type,
                service.of().caseId(),
                new AggregateVersion("document-service", service.id(), service.version()),
                service.of().authority(),
                at,
                data);
    }

    private static DocumentServed served(DocumentService.Of of, UUID id, Served served, Instant at) {
        return new DocumentServed(
                of.caseId(),
                id,
                of.operatorId(),
                of.authority(),
                of.document(),
                of.documentId(),
                served.method(),
                served.on(),
                at);
    }

    private static DocumentRefused refused(DocumentService.Of of, UUID id, Refused refused, Instant at) {
        return new DocumentRefused(
                of.caseId(),
                id,
                of.operatorId(),
                of.authority(),
                of.document(),
                of.documentId(),
                refused.way().orElse(null),
                refused.on(),
                at);
    }

    private static DocumentUndeliverable undeliverable(
            DocumentService.Of of, UUID id, Undeliverable tried, Instant at) {
        return new DocumentUndeliverable(
                of.caseId(),
                id,
                of.operatorId(),
                of.authority(),
                of.document(),
                of.documentId(),
                tried.way().orElse(null),
                tried.on(),
                at);
    }

    private static DocumentPublished published(DocumentService.Of of, UUID id, Published published, Instant at) {
        return new DocumentPublished(
                of.caseId(),
                id,
                of.operatorId(),
                of.authority(),
                of.document(),
                of.documentId(),
                published.on(),
                published.until(),
                at);
    }
}
