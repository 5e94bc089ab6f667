package org.regulus.inspection.request.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.regulus.inspection.request.Request;

@Entity
@Table(name = "inspection_request")
class RequestRow {

    @Id
    UUID id;

    @Column(name = "inspection_id")
    UUID inspectionId;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "case_id")
    UUID caseId;

    String kind;

    /** Who is to be recused; null when a slot is asked for. */
    @Column(name = "inspector_id")
    UUID inspectorId;

    String ground;
    String reason;

    /** JSON: when the operator would rather be visited. */
    String preferred = "[]";

    String state;

    /** What the officer says to it. */
    String answer;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    /** A code: why nobody decided. */
    @Column(name = "lapse_reason")
    String lapseReason;

    @Column(name = "lapsed_at")
    Instant lapsedAt;

    long announced;

    @Version
    long version;

    Request request() {
        return new Request(
                id,
                Request.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Request.State.valueOf(state.toUpperCase(Locale.ROOT)),
                announced);
    }

    void take(Request changed) {
        id = changed.id();
        kind = changed.kind().word();
        state = changed.state().word();
        announced = changed.announced();
    }
}
