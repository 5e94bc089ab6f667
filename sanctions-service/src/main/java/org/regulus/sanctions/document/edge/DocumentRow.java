package org.regulus.sanctions.document.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.document.DocumentKind;

/** What a document says is frozen with it: printed again it is the same, byte for byte. */
@Entity
@Table(name = "document")
class DocumentRow {

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

    record Frozen(Map<String, String> facts) {}

    String number() {
        return "%s-%04d-D-%06d".formatted(authority, year, serial);
    }

    DocumentKind meaning() {
        return DocumentKind.of(kind).orElseThrow();
    }
}
