package org.regulus.filing.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.filing.casefile.edge.CaseReaders;

/** The receipts of a case's submissions, for those concerned to fetch again. */
@Path("/cases/{caseId}/filing/receipts")
class ReceiptResource {

    private final CurrentActor actor;
    private final ReceiptSeal seal;

    ReceiptResource(CurrentActor actor, ReceiptSeal seal) {
        this.actor = actor;
        this.seal = seal;
    }

    /** @param jws the receipt once more, signed; this is what to keep */
    record SignedReceipt(Receipt receipt, String jws) {}

    @GET
    @Path("/{submission}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The receipt of a submission, the same as it was given at once")
    public Uni<SignedReceipt> get(@RestPath UUID caseId, @RestPath int submission) {
        return Panache.withSession(() -> found(caseId, submission))
                .map(Found::receipt)
                .map(this::signed);
    }

    @GET
    @Path("/{submission}")
    @Produces("application/pdf;qs=0.5")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(
            summary = "The receipt as a PDF/A in Chinese and English",
            description = "The same bytes each time; with If-None-Match it is not even printed again.")
    public Uni<RestResponse<byte[]>> paper(
            @RestPath UUID caseId, @RestPath int submission, @HeaderParam("If-None-Match") String known) {
        return Panache.withSession(() -> found(caseId, submission)
                        .chain(found -> ReceiptPaper.Names.of(found.receipt(), found.correction())
                                .map(names -> new Paper(signed(found.receipt()), names))))
                .chain(paper -> paper.tag().equals(known)
                        ? Uni.createFrom().item(paper.answer(RestResponse.Status.NOT_MODIFIED, null))
                        : printed(paper).map(pdf -> paper.answer(RestResponse.Status.OK, pdf)));
    }

    /** On a thread that may wait, and back. */
    private static Uni<byte[]> printed(Paper paper) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(
                        () -> ReceiptPaper.print(paper.signed.receipt(), paper.names, paper.signed.jws()), false)
                .toCompletionStage());
    }

    private record Paper(SignedReceipt signed, ReceiptPaper.Names names) {

        /** The signature is different whenever anything on the paper is. */
        String tag() {
            return "\"" + signed.jws().substring(signed.jws().lastIndexOf('.') + 1) + "\"";
        }

        RestResponse<byte[]> answer(RestResponse.Status status, byte[] pdf) {
            return RestResponse.ResponseBuilder.create(status, pdf)
                    .header("ETag", tag())
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", "Accept")
                    .build();
        }
    }

    private SignedReceipt signed(Receipt receipt) {
        return new SignedReceipt(receipt, seal.sign(receipt));
    }

    private record Found(Receipt receipt, int correction) {}

    private Uni<Found> found(UUID caseId, int submission) {
        return CaseReaders.cases(actor.get()).one(caseId, "case.unknown").chain(of -> CaseReaders.readable(
                        FilingRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .single("filing.unknown", "There is no filing in case " + caseId)
                .chain(filing -> SubmissionResource.submission(filing, submission)
                        .map(row -> new Found(Receipt.of(of.caseNumber, filing, row), row.correction))));
    }
}
