package org.regulus.sanctions.document.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.rest.ETags;

/** A document as both sides see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        @JsonIgnore int version,
        UUID id,
        String number,
        UUID caseId,
        String kind,
        String language,
        int templateVersion,
        UUID subject,
        Integer penalty,
        String sha256,
        Instant issuedAt,
        String state,
        List<String> methods,
        Instant dispatchedAt,
        OutcomeColumn outcome) {

    static DocumentView of(DocumentRow row) {
        return new DocumentView(
                row.version,
                row.id,
                row.number(),
                row.caseId,
                row.kind,
                row.language,
                row.templateVersion,
                row.subject,
                row.penalty,
                row.digest,
                row.issuedAt,
                row.state,
                row.dispatch == null ? null : row.dispatch.methods(),
                row.dispatch == null ? null : row.dispatch.at(),
                row.outcome);
    }

    RestResponse<DocumentView> ok() {
        return RestResponse.ResponseBuilder.ok(this)
                .header("ETag", ETags.of(version))
                .build();
    }
}
