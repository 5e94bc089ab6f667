package org.regulus.notification.service.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.regulus.common.rest.ETags;

/** How a document was, or is to be, served; {@code steps} are all tries so far, with what proves them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceView(
        UUID id,
        UUID caseId,
        String document,
        UUID documentId,
        String number,
        List<String> methods,
        String consent,
        int version,
        String state,
        String method,
        LocalDate on,
        LocalDate until,
        String evidence,
        List<StepColumn> steps) {

    static ServiceView of(DocumentServiceRow row) {
        return new ServiceView(
                row.id,
                row.caseId,
                row.document,
                row.documentId,
                row.number,
                row.number == null ? null : row.terms.methods(),
                row.terms == null ? null : row.terms.consent(),
                row.version,
                row.state,
                row.method,
                row.on,
                row.until,
                row.evidence,
                row.steps.entries().stream().map(StepColumn::anonymous).toList());
    }

    static RestResponse<ServiceView> ok(DocumentServiceRow row) {
        return of(Status.OK, row).build();
    }

    static ResponseBuilder<ServiceView> of(Status status, DocumentServiceRow row) {
        return ResponseBuilder.create(status, of(row)).header("ETag", ETags.of(row.version));
    }
}
