package org.regulus.notification.service.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.Terms;

/** The last step stands in columns of its own, to be searched and shown; all of them in {@code steps}. */
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

    /** The document's own, where it was handed over to be served. */
    String number;

    @Column(name = "requested_on")
    LocalDate requestedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    TermsColumn terms;

    /** Written under the row's lock. */
    int version;

    String state;
    String method;

    @Column(name = "happened_on")
    LocalDate on;

    LocalDate until;

    /** Of the last step that has one. */
    String evidence;

    @Column(name = "recorded_by")
    String recordedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    StepsColumn steps;

    /** How it may be served. */
    record TermsColumn(List<String> methods, String consent) {}

    /** All steps, the first one first. */
    record StepsColumn(List<StepColumn> entries) {}

    static DocumentServiceRow of(DocumentService service, String recordedBy) {
        DocumentServiceRow row = new DocumentServiceRow();
        row.id = service.id();
        row.caseId = service.of().caseId();
        row.operatorId = service.of().operatorId();
        row.authority = service.of().authority();
        row.document = service.of().document();
        row.documentId = service.of().documentId();
        row.number = service.terms().number().orElse(null);
        row.requestedOn = row.number == null ? null : service.terms().from();
        row.terms = new TermsColumn(
                service.terms().methods(), service.terms().consent().orElse(null));
        row.recordedBy = recordedBy;
        row.show(service);
        return row;
    }

    DocumentService service() {
        return new DocumentService(
                id,
                new DocumentService.Of(caseId, operatorId, authority, document, documentId),
                new Terms(
                        Optional.ofNullable(number),
                        terms == null ? List.of() : terms.methods(),
                        terms == null ? Optional.empty() : Optional.ofNullable(terms.consent()),
                        requestedOn == null ? on : requestedOn),
                version,
                steps.entries().stream().map(StepColumn::toDomain).toList());
    }

    void show(DocumentService service) {
        version = service.version();
        List<StepColumn> done = service.steps().stream().map(StepColumn::of).toList();
        steps = new StepsColumn(done);
        state = StepColumn.name(service.state());
        on = service.state().on();
        method = null;
        until = null;
        if (!done.isEmpty()) {
            StepColumn last = done.get(done.size() - 1);
            method = last.method();
            until = last.until();
            recordedBy = last.by();
            evidence = done.stream()
                    .map(StepColumn::evidence)
                    .filter(Objects::nonNull)
                    .reduce((one, later) -> later)
                    .orElse(null);
        }
    }
}
