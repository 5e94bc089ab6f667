package org.regulus.sanctions.document.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.DocumentState;
import org.regulus.sanctions.document.DocumentState.Dispatched;
import org.regulus.sanctions.document.DocumentState.Issued;
import org.regulus.sanctions.document.DocumentState.Served;
import org.regulus.sanctions.document.IssuedDocument;
import org.regulus.sanctions.document.ServiceOutcome;

/** What a document says is frozen with it: printed again it is the same, byte for byte. */
@Entity
@Table(name = "document")
class DocumentRow {

    static final String ISSUED = "issued";
    private static final String SERVED = "served";

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

    /** What it demands, or the first of what hits the person that it is for; null: it is the operator's. */
    Integer penalty;

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

    /** What was heard of its service last. */
    @JdbcTypeCode(SqlTypes.JSON)
    OutcomeColumn outcome;

    record Frozen(Map<String, String> facts) {}

    IssuedDocument toDomain() {
        return new IssuedDocument(id, about(), frozen.facts(), version, known());
    }

    private CaseSubject about() {
        return new CaseSubject(caseId, operatorId, authority);
    }

    private DocumentState known() {
        if (dispatch == null) {
            return new Issued();
        }
        Optional<ServiceOutcome> heard = Optional.ofNullable(outcome).map(column -> column.toDomain(about()));
        return SERVED.equals(state)
                ? new Served(dispatch.toDomain(), heard.orElseThrow())
                : new Dispatched(dispatch.toDomain(), heard);
    }

    void show(IssuedDocument document) {
        version = document.version();
        if (document.state() instanceof Dispatched dispatched) {
            state = "dispatched";
            dispatch = DispatchColumn.of(dispatched.dispatch());
            outcome = dispatched.last().map(OutcomeColumn::of).orElse(null);
        } else if (document.state() instanceof Served served) {
            state = SERVED;
            outcome = OutcomeColumn.of(served.outcome());
        }
    }

    String number() {
        return "%s-%04d-D-%06d".formatted(authority, year, serial);
    }

    DocumentKind meaning() {
        return DocumentKind.of(kind).orElseThrow();
    }
}
