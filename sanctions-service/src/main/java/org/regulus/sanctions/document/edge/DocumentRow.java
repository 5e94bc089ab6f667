package org.regulus.sanctions.document.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.Dispatch;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.DocumentState;
import org.regulus.sanctions.document.DocumentState.Dispatched;
import org.regulus.sanctions.document.DocumentState.Issued;
import org.regulus.sanctions.document.IssuedDocument;
import org.regulus.sanctions.document.ServiceWay;

/** What a document says is frozen with it: printed again it is the same, byte for byte. */
@Entity
@Table(name = "document")
class DocumentRow {

    static final String ISSUED = "issued";

    @Id
    UUID id;

    String authority;
    int year;
    int serial;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "operator_id")
    UUID operatorId;

    String kind;
    String language;

    @Column(name = "template_version")
    int templateVersion;

    UUID subject;

    @JdbcTypeCode(SqlTypes.JSON)
    Frozen frozen;

    String digest;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    /** Written under the row's lock. */
    int version;

    String state;

    @JdbcTypeCode(SqlTypes.JSON)
    DispatchColumn dispatch;

    record Frozen(Map<String, String> facts) {}

    /** Who handed it over, and how it may be served. */
    record DispatchColumn(List<String> methods, String consent, String by, Instant at) {

        static DispatchColumn of(Dispatch dispatch) {
            return new DispatchColumn(
                    dispatch.ways().stream().map(ServiceWay::code).toList(),
                    dispatch.consent().orElse(null),
                    dispatch.by().value(),
                    dispatch.at());
        }

        Dispatch toDomain() {
            return new Dispatch(
                    methods.stream()
                            .map(code -> ServiceWay.of(code).orElseThrow())
                            .toList(),
                    Optional.ofNullable(consent),
                    new OfficerId(by),
                    at);
        }
    }

    IssuedDocument toDomain() {
        DocumentState known = dispatch == null ? new Issued() : new Dispatched(dispatch.toDomain());
        return new IssuedDocument(id, frozen.facts(), version, known);
    }

    void show(IssuedDocument document) {
        version = document.version();
        if (document.state() instanceof Dispatched dispatched) {
            state = "dispatched";
            dispatch = DispatchColumn.of(dispatched.dispatch());
        }
    }

    String number() {
        return "%s-%04d-D-%06d".formatted(authority, year, serial);
    }

    DocumentKind meaning() {
        return DocumentKind.of(kind).orElseThrow();
    }
}
