package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.edge.FilingContent.AnswerTo;
import org.regulus.filing.questionnaire.RemarkReview;

/** What officers said of single answers, also after these were mended. */
@Path("/cases/{caseId}/filing/remarks")
class RemarkResource {

    private final CurrentActor actor;
    private final Filings filings;

    RemarkResource(CurrentActor actor, Filings filings) {
        this.actor = actor;
        this.filings = filings;
    }

    /** @param system the name of the system, for an item that is asked of each one */
    record Remark(
            @NotBlank @Size(max = 64) String item,
            @Size(max = FilingContent.LONGEST_NAME) String system,
            @NotBlank @Size(max = 2000) String text) {

        @JsonIgnore
        RemarkReview.Subject subject() {
            return new RemarkReview.Subject(item, system);
        }
    }

    /**
     * @param submission the number of the submission that it was said of
     * @param answerChanged whether the answer is another one now, in the draft or in what was submitted since
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemarkView(
            int submission, String item, String system, String text, Instant remarkedAt, boolean answerChanged) {}

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(
            summary = "All remarks on the filing, oldest first",
            description = "Each with the submission it was said of, and whether its answer has changed since.")
    public Uni<RestResponse<Page<RemarkView>>> list(
            @RestPath UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Panache.withSession(() -> CaseReaders.readable(FilingRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .single("filing.unknown", "There is no filing in case " + caseId)
                .chain(filing -> {
                    FilingContent now = filings.read(filing.content);
                    return CaseReaders.readable(RemarkRow.class, actor.get(), "caseId")
                            .and("caseId = :case", "case", caseId)
                            .page(page)
                            .map(rows -> Page.of(rows, page, row -> row.id)
                                    .map(row -> view(row, now))
                                    .response(uri));
                }));
    }

    private RemarkView view(RemarkRow row, FilingContent now) {
        AnswerTo then = row.answered == null ? null : filings.read(row.answered, AnswerTo.class);
        AnswerTo answer = now.answer(row.item, row.system).orElse(null);
        return new RemarkView(
                row.submission,
                row.item,
                row.system,
                row.remark,
                row.remarkedAt,
                then == null ? answer != null : !then.equals(answer));
    }
}
