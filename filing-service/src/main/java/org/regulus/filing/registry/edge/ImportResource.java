package org.regulus.filing.registry.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** Imports of an authority's register, done in the background. */
@Path("/operators/imports")
class ImportResource {

    private final ImportUpload upload;
    private final Imports imports;
    private final CurrentActor actor;

    ImportResource(ImportUpload upload, Imports imports, CurrentActor actor) {
        this.upload = upload;
        this.imports = imports;
        this.actor = actor;
    }

    record Fault(String code, String detail) {}

    /**
     * @param rows how many the file has; absent until they were counted
     * @param done how many were looked at
     * @param fault why nothing more of it is imported
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            UUID id,
            String state,
            boolean dryRun,
            Integer rows,
            int done,
            int imported,
            int updated,
            int unchanged,
            int rejected,
            Fault fault,
            Instant submittedAt,
            Instant finishedAt) {

        static ImportView of(ImportJobRow row) {
            return new ImportView(
                    row.id,
                    row.state,
                    row.dryRun,
                    row.rows,
                    row.done,
                    row.imported,
                    row.updated,
                    row.unchanged,
                    row.rejected,
                    row.faultCode == null ? null : new Fault(row.faultCode, row.faultDetail),
                    row.submittedAt,
                    row.finishedAt);
        }
    }

    @POST
    @Blocking
    @Consumes({RegisterRows.CSV, RegisterRows.XLSX})
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(
            summary = "Imports the authority's register, in the background; again without harm",
            description =
                    "Operators are known by their USCC. Sound rows are taken over, the others told under errors; a file that"
                            + " cannot be read to its end changes nothing. With dryRun nothing is changed, and all is told.")
    public RestResponse<ImportView> submit(
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Content-Type") String type,
            InputStream file)
            throws IOException {
        String format = type.startsWith(RegisterRows.XLSX) ? RegisterRows.XLSX : RegisterRows.CSV;
        ImportJobRow job = upload.take(actor.get(), key, format, dryRun, file);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, ImportView.of(job))
                .location(URI.create("/operators/imports/" + job.id))
                .build();
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The imports of the authority's register, oldest first")
    public Uni<RestResponse<Page<ImportView>>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(ImportJobRow.class, actor.get()).page(page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(ImportView::of)
                .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "How far an import is")
    public Uni<ImportView> get(@RestPath UUID id) {
        return Rows.of(ImportJobRow.class, actor.get())
                .one(id, "import.unknown")
                .map(ImportView::of);
    }

    @GET
    @Path("/{id}/errors")
    @Produces(RegisterRows.CSV)
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "What is wrong with the rows that were rejected, as CSV: row,field,code,detail")
    public Uni<RestResponse<String>> errors(@RestPath UUID id) {
        return Panache.withSession(() -> Rows.of(ImportJobRow.class, actor.get())
                        .one(id, "import.unknown")
                        .chain(Panache::getSession)
                        .chain(session -> session.createSelectionQuery(
                                        "from ImportFlawRow where key.jobId = :job order by key.number",
                                        ImportFlawRow.class)
                                .setParameter("job", id)
                                .getResultList()))
                .map(flaws -> RestResponse.ResponseBuilder.ok(ImportFlawsCsv.of(flaws))
                        .header("Content-Disposition", "attachment; filename=\"import-errors.csv\"")
                        .build());
    }

    /** Without If-Match: the import changes with every chunk, and to stop it is right at any of them. */
    @PUT
    @Path("/{id}/cancellation")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Stops an import; what was taken over by then stays. Again without harm")
    public Uni<ImportView> cancel(@RestPath UUID id) {
        return imports.cancel(actor.get(), id).map(ImportView::of);
    }
}
