package org.regulus.notification.service.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.ServiceState;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Undeliverable;

@Entity
@Table(name = "document_service")
class DocumentServiceRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "operator_id")
    UUID operatorId;

    String authority;
    String document;

    @Column(name = "document_id")
    UUID documentId;

    /** Written under the row's lock. */
    int version;

    String state;
    String method;

    @Column(name = "happened_on")
    LocalDate on;

    LocalDate until;
    String evidence;

    @Column(name = "recorded_by")
    String recordedBy;

    DocumentService service() {
        return new DocumentService(
                id,
                new DocumentService.Of(caseId, operatorId, authority, document, documentId),
                version,
                serviceState());
    }

    private ServiceState serviceState() {
        return switch (state) {
            case "served" -> new Served(method, on);
            case "refused" -> new Refused(on);
            case "undeliverable" -> new Undeliverable(on);
            case "published" -> new Published(on, until);
            default -> throw new IllegalStateException("Service %s is %s".formatted(id, state));
        };
    }

    void take(ServiceState next, String proof, String actor) {
        version++;
        evidence = proof;
        recordedBy = actor;
        method = null;
        until = null;
        if (next instanceof Served served) {
            put("served", served.on());
            method = served.method();
        } else if (next instanceof Refused refused) {
            put("refused", refused.on());
        } else if (next instanceof Undeliverable undeliverable) {
            put("undeliverable", undeliverable.on());
        } else if (next instanceof Published published) {
            put("published", published.on());
            until = published.until();
        }
    }

    private void put(String name, LocalDate day) {
        state = name;
        on = day;
    }
}
