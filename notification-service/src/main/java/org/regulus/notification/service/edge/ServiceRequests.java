package org.regulus.notification.service.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.Terms;

/** What the sanctions-service hands over to be served, in the transaction of the event's claim. */
@ApplicationScoped
public class ServiceRequests {

    static final String DISPATCHED = "regulus.sanctions.document-dispatched.v1";
    private static final String BY = "sanctions-service";

    /** Their kinds in the words of this service; one that is added later keeps its own. */
    private static final Map<String, String> DOCUMENTS = Map.of(
            "order", "rectification-order",
            "notice", "penalty-notice",
            "decision", "penalty-decision",
            "demand", "payment-demand");

    private final IdSource ids;

    ServiceRequests(IdSource ids) {
        this.ids = ids;
    }

    /** Only the fields that are read here. */
    record Dispatched(
            UUID caseId,
            UUID documentId,
            String number,
            String kind,
            UUID operatorId,
            String authority,
            List<String> methods,
            String consent,
            Instant at) {

        DocumentService service(UUID id) {
            if (Stream.of(caseId, documentId, number, kind, operatorId, authority, methods, at)
                    .anyMatch(java.util.Objects::isNull)) {
                throw Refusal.malformed(
                        "event.unreadable", "A dispatch names its document, its addressee and its ways");
            }
            return DocumentService.requested(
                    id,
                    new DocumentService.Of(
                            caseId, operatorId, authority, DOCUMENTS.getOrDefault(kind, kind), documentId),
                    new Terms(
                            Optional.of(number),
                            methods,
                            Optional.ofNullable(consent),
                            LocalDate.ofInstant(at, Zones.REGULATOR)));
        }
    }

    public Uni<Void> hear(EventEnvelope event) {
        if (!DISPATCHED.equals(event.type())) {
            return Uni.createFrom().voidItem();
        }
        DocumentService service = event.dataAs(Dispatched.class).service(ids.next());
        return Panache.getSession().chain(session -> known(session, service.of().documentId())
                .chain(known ->
                        known > 0 ? Uni.createFrom().voidItem() : session.persist(DocumentServiceRow.of(service, BY))));
    }

    private static Uni<Long> known(Mutiny.Session session, UUID documentId) {
        return session.createSelectionQuery(
                        "select count(*) from DocumentServiceRow where documentId = ?1 and requestedOn is not null",
                        Long.class)
                .setParameter(1, documentId)
                .getSingleResult();
    }
}
