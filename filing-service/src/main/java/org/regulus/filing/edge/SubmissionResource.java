package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.casefile.edge.CaseReaders;

/** What was submitted, each time as it was then. */
@Path("/cases/{caseId}/filing/submissions")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class SubmissionResource {

    private final CurrentActor actor;
    private final Filings filings;

    SubmissionResource(CurrentActor actor, Filings filings) {
        this.actor = actor;
        this.filings = filings;
    }

    /** @param correction the version of the campaign that it answers; 0 as it was published */
    record Summary(int submission, int correction, Instant submittedAt, boolean late, String digest) {}

    record Whole(
            int submission,
            int correction,
            Instant submittedAt,
            boolean late,
            String digest,
            @JsonRawValue String score,
            @JsonRawValue String content) {}

    @GET
    @Operation(summary = "All submissions of the case's filing, first one first")
    public Uni<List<Summary>> list(@RestPath UUID caseId) {
        return Panache.withSession(() -> filing(caseId)
                .chain(filing -> Panache.getSession().chain(session -> session.createSelectionQuery(
                                "select key.number, correction, submittedAt, late, digest from SubmissionRow"
                                        + " where key.filingId = :filing order by key.number",
                                Object[].class)
                        .setParameter("filing", filing.id)
                        .getResultList()))
                .map(rows -> rows.stream()
                        .map(row -> new Summary(
                                (int) row[0], (int) row[1], (Instant) row[2], (boolean) row[3], (String) row[4]))
                        .toList()));
    }

    @GET
    @Path("/{submission}")
    @Operation(summary = "One submission, whole")
    public Uni<Whole> get(@RestPath UUID caseId, @RestPath int submission) {
        return Panache.withSession(() -> filing(caseId).chain(filing -> submission(filing, submission)))
                .map(row -> new Whole(
                        row.key.number(),
                        row.correction,
                        row.submittedAt,
                        row.late,
                        row.digest,
                        row.score,
                        row.content));
    }

    @GET
    @Path("/{submission}/differences")
    @Operation(summary = "What changed since an earlier submission; since the one before, when from is left out")
    public Uni<Differences> differences(
            @RestPath UUID caseId, @RestPath int submission, @QueryParam("from") Integer from) {
        int earlier = from == null ? submission - 1 : from;
        return Panache.withSession(() -> filing(caseId)
                .chain(filing -> submission(filing, earlier).chain(before -> submission(filing, submission)
                        .map(after -> Differences.of(
                                earlier, filings.read(before.content), submission, filings.read(after.content))))));
    }

    private Uni<FilingRow> filing(UUID caseId) {
        return CaseReaders.readable(FilingRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .single("filing.unknown", "There is no filing in case " + caseId);
    }

    /** @param filing one that the asker may see */
    static Uni<SubmissionRow> submission(FilingRow filing, int number) {
        return Panache.getSession()
                .chain(session -> session.find(SubmissionRow.class, new SubmissionRow.Key(filing.id, number)))
                .onItem()
                .ifNull()
                .failWith(() ->
                        Refusal.notFound("submission.unknown", "Nothing was submitted as number %d".formatted(number)));
    }
}
