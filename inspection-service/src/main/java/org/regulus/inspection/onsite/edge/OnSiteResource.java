package org.regulus.inspection.onsite.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.edge.Worker;
import org.regulus.inspection.onsite.OnSiteRecord;

/** The on-site record, for a tablet that is not always connected. */
@Path("/inspections/{inspection}/record")
class OnSiteResource {

    private final OnSite onSite;
    private final Signing signing;
    private final Entries entries;
    private final CurrentActor actor;

    OnSiteResource(OnSite onSite, Signing signing, Entries entries, CurrentActor actor) {
        this.onSite = onSite;
        this.signing = signing;
        this.entries = entries;
        this.actor = actor;
    }

    record Results(List<Batch.Result> results) {}

    /** @param signedBy who signed for the operator; with a refusal the reason and the witness are needed instead */
    record NewSignature(
            @NotNull Boolean readBack,
            @NotNull Boolean refused,
            @Size(max = 200) String signedBy,
            @Size(max = 2000) String reason,
            @Size(max = 200) String witness) {

        OnSiteRecord.Signature signature() {
            return new OnSiteRecord.Signature(readBack, signedBy, refused, reason, witness);
        }
    }

    record RecordView(
            UUID id,
            UUID inspectionId,
            String state,
            String digest,
            List<Entries.Kept> entries,
            NewSignature signature,
            Instant signedAt) {}

    @POST
    @Path("/entries")
    @RolesAllowed({Roles.INSPECTOR, Roles.CASE_OFFICER})
    @Operation(
            summary = "Takes a batch of entries under the tablet's own ids",
            description =
                    "The same entry again is known, another one under the same id a conflict; the others are taken all the same.")
    public Uni<Results> note(@RestPath UUID inspection, @NotNull @Valid Batch batch) {
        return onSite.note(actor.get(), inspection, batch.entries()).map(Results::new);
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The record with its entries; the operator sees it when it is signed")
    public Uni<RestResponse<RecordView>> get(@RestPath UUID inspection) {
        return Panache.withSession(() -> OnSite.get(actor.get(), inspection).chain(this::shown));
    }

    @PUT
    @Path("/signature")
    @RolesAllowed({Roles.INSPECTOR, Roles.CASE_OFFICER})
    @Operation(
            summary = "Closes the record: read back and signed, or refused before a witness (If-Match: the record's)")
    public Uni<RestResponse<RecordView>> sign(
            @RestPath UUID inspection, @HeaderParam("If-Match") String seen, @NotNull @Valid NewSignature signature) {
        return signing.sign(actor.get(), inspection, ETags.version(seen), signature)
                .chain(row -> Panache.withSession(() -> shown(row)));
    }

    @GET
    @Path("/paper")
    @Produces("application/pdf")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The record as PDF/A in Chinese and English; a draft until it is signed")
    public Uni<byte[]> paper(@RestPath UUID inspection) {
        return Panache.withSession(() -> OnSite.get(actor.get(), inspection).chain(this::contents))
                .chain(contents -> Worker.compute(() -> OnSitePaper.print(contents)));
    }

    private Uni<RestResponse<RecordView>> shown(OnSiteRow row) {
        return Entries.of(row.id).map(all -> RestResponse.ResponseBuilder.ok(new RecordView(
                        row.id,
                        row.inspectionId,
                        row.state,
                        row.digest,
                        all.stream().map(entries::kept).toList(),
                        entries.read(row.signature, NewSignature.class),
                        row.signedAt))
                .header("ETag", ETags.of(row.version))
                .build());
    }

    private Uni<OnSitePaper.Contents> contents(OnSiteRow row) {
        return Inspections.caseNumber(row.inspectionId).chain(number -> Entries.of(row.id)
                .map(all -> new OnSitePaper.Contents(
                        number,
                        row.authority,
                        row.digest,
                        all.stream().map(entries::kept).toList(),
                        entries.read(row.signature, NewSignature.class),
                        row.signedAt != null ? row.signedAt : all.get(all.size() - 1).receivedAt)));
    }
}
