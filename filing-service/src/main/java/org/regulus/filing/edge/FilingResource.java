package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Reception;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.edge.RemarkResource.Remark;

/** The filing of a case: drafted and submitted by the operator, returned or accepted by an officer. */
@Path("/cases/{caseId}/filing")
class FilingResource {

    private final Filings filings;
    private final Returns returns;
    private final CurrentActor actor;
    private final ReceiptSeal seal;
    private final Reception reception;

    FilingResource(Filings filings, Returns returns, CurrentActor actor, ReceiptSeal seal, Reception reception) {
        this.filings = filings;
        this.returns = returns;
        this.actor = actor;
        this.seal = seal;
        this.reception = reception;
    }

    record Remarks(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Remark> remarks) {}

    record FilingView(
            UUID id,
            UUID caseId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String state,
            int submission,
            boolean late,
            Instant since,
            @JsonRawValue String content,
            @JsonRawValue String score,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReceiptResource.SignedReceipt receipt) {}

    private static RestResponse<FilingView> shown(FilingRow row, RestResponse.Status status) {
        return shown(row, status, null);
    }

    private static RestResponse<FilingView> shown(
            FilingRow row, RestResponse.Status status, ReceiptResource.SignedReceipt receipt) {
        FilingView view = new FilingView(
                row.id,
                row.caseId,
                row.campaignId,
                row.operatorId,
                row.authority,
                row.state,
                row.submission,
                row.late,
                row.stateAt,
                row.content,
                row.score,
                receipt);
        return RestResponse.ResponseBuilder.create(status, view)
                .header("ETag", ETags.of(row.version))
                .build();
    }

    private static RestResponse<FilingView> shown(FilingRow row) {
        return shown(row, RestResponse.Status.OK);
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The filing of a case")
    public Uni<RestResponse<FilingView>> get(@RestPath UUID caseId) {
        return CaseReaders.readable(FilingRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .single("filing.unknown", "There is no filing in case " + caseId)
                .map(FilingResource::shown);
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Saves the draft: the first one with If-None-Match: *, each later one with If-Match")
    public Uni<RestResponse<FilingView>> put(
            @RestPath UUID caseId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("If-None-Match") String none,
            @NotNull @Valid FilingContent content) {
        if (seen == null && "*".equals(none)) {
            return filings.draft(actor.get(), caseId, content).map(row -> shown(row, RestResponse.Status.CREATED));
        }
        return filings.revise(actor.get(), caseId, ETags.version(seen), content).map(FilingResource::shown);
    }

    @PATCH
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Saves a part of the draft, for saving while one writes",
            description =
                    "Systems, when sent, take the place of all systems. Each answer takes the place of the one to the same question;"
                            + " one with neither answer nor evidence removes it. The rest stays.")
    public Uni<RestResponse<FilingView>> amend(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid FilingContent.Part part) {
        return filings.amend(
                        actor.get(),
                        caseId,
                        ETags.version(seen),
                        part.systems(),
                        part.answers() == null ? List.of() : part.answers())
                .map(FilingResource::shown);
    }

    @PUT
    @Path("/systems")
    @Consumes("text/csv")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Makes the rows of a CSV file the systems of the draft: all of them, or none and what is wrong")
    public Uni<RestResponse<FilingView>> systems(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, byte[] csv) {
        return filings.amend(actor.get(), caseId, ETags.version(seen), SystemsCsv.read(csv), List.of())
                .map(FilingResource::shown);
    }

    @PUT
    @Path("/withdrawal")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Takes the submission back before the deadline; the filing may be changed and submitted again")
    public Uni<RestResponse<FilingView>> withdraw(@RestPath UUID caseId, @HeaderParam("If-Match") String seen) {
        return filings.withdraw(actor.get(), caseId, ETags.version(seen)).map(FilingResource::shown);
    }

    @PUT
    @Path("/submission")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Submits the draft, or a returned filing again, and gives a receipt; every flaw is told at once")
    public Uni<RestResponse<FilingView>> submit(@RestPath UUID caseId, @HeaderParam("If-Match") String seen) {
        return filings.submit(actor.get(), caseId, ETags.version(seen), reception.receivedAt())
                .map(submitted -> shown(
                        submitted.filing(),
                        RestResponse.Status.OK,
                        new ReceiptResource.SignedReceipt(submitted.receipt(), seal.sign(submitted.receipt()))));
    }

    @PUT
    @Path("/return")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary = "Returns the filing with remarks, each on one answer",
            description =
                    "A remark names an item of the questionnaire that was answered, and the system where it is asked"
                            + " of each; every one that does not is told at once.")
    public Uni<RestResponse<FilingView>> sendBack(
            @RestPath UUID caseId, @HeaderParam("If-Match") String seen, @NotNull @Valid Remarks remarks) {
        return returns.sendBack(actor.get(), caseId, ETags.version(seen), remarks.remarks())
                .map(FilingResource::shown);
    }

    @PUT
    @Path("/acceptance")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Accepts the filing")
    public Uni<RestResponse<FilingView>> accept(@RestPath UUID caseId, @HeaderParam("If-Match") String seen) {
        return filings.accept(actor.get(), caseId, ETags.version(seen)).map(FilingResource::shown);
    }
}
