package org.regulus.filing.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.edge.CaseRow;

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
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The receipt of a submission, the same as it was given at once")
    public Uni<SignedReceipt> get(@RestPath UUID caseId, @RestPath int submission) {
        return Panache.withSession(() -> Rows.of(CaseRow.class, actor.get())
                        .one(caseId, "case.unknown")
                        .chain(of -> Rows.of(FilingRow.class, actor.get())
                                .and("caseId = :case", "case", caseId)
                                .single("filing.unknown", "There is no filing in case " + caseId)
                                .chain(filing -> SubmissionResource.submission(filing, submission)
                                        .map(found -> Receipt.of(of.caseNumber, filing, found)))))
                .map(receipt -> new SignedReceipt(receipt, seal.sign(receipt)));
    }
}
