package org.regulus.notification.export.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.export.CsvLine;
import org.regulus.notification.timeline.edge.CaseCriteria;

/** The cases of a filter as CSV or XLSX, made in the background. */
@Path("/case-exports")
@RolesAllowed(Roles.STAFF)
class ExportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** As {@link ExportWork} reads them. */
    private static final List<String> COLUMNS = List.of(
            "caseId",
            "caseNumber",
            "authority",
            "operatorId",
            "operatorName",
            "campaignId",
            "province",
            "kind",
            "phase",
            "openedAt",
            "nextDuty",
            "nextDueAt",
            "assignedTo");

    private final Exports exports;
    private final CurrentActor actor;

    ExportResource(Exports exports, CurrentActor actor) {
        this.exports = exports;
        this.actor = actor;
    }

    /**
     * @param state waiting, running, finished, failed, or expired: no longer kept
     * @param cases that are in it so far
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportView(UUID id, String state, long cases, CaseCriteria filter, Instant askedAt, Instant finishedAt) {}

    @POST
    @Operation(summary = "Asks for the cases that a filter leaves of those that the asker's authority reads")
    public Uni<RestResponse<ExportView>> ask(@HeaderParam("Idempotency-Key") String key, @Valid CaseCriteria filter) {
        return exports.ask(actor.get(), key, (filter == null ? CaseCriteria.ALL : filter).askedBy(actor.get()))
                .map(row -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view(row, true))
                        .location(URI.create("/case-exports/" + row.id))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an export is, to the one who asked for it")
    public Uni<ExportView> one(@RestPath UUID id) {
        return exports.one(actor.get(), id).chain(row -> exports.isWhole(row).map(whole -> view(row, whole)));
    }

    @GET
    @Path("/{id}/file")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "The export as CSV, part by part, to the one who asked for it, for seven days")
    public RestMulti<String> file(@RestPath UUID id) {
        return finished(id, "csv", row -> Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(CsvLine.of(COLUMNS)), parts(row).map(ExportResource::lines)));
    }

    @GET
    @Path("/{id}/workbook")
    @Produces(XLSX)
    @Operation(summary = "The same as XLSX; a sheet for each million of cases")
    public RestMulti<byte[]> workbook(@RestPath UUID id) {
        return finished(id, "xlsx", row -> {
            CaseWorkbook book = new CaseWorkbook(COLUMNS, CaseWorkbook.SHEET_ROWS);
            return Multi.createBy()
                    .concatenating()
                    .streams(parts(row).map(book::add), Multi.createFrom().item(book::end));
        });
    }

    private <T> RestMulti<T> finished(UUID id, String format, Function<CaseExportRow, Multi<T>> content) {
        return RestMulti.fromUniResponse(
                exports.fetch(actor.get(), id, format),
                content,
                row -> Map.of("Content-Disposition", List.of("attachment; filename=\"cases.%s\"".formatted(format))));
    }

    private Multi<List<List<String>>> parts(CaseExportRow row) {
        return Multi.createFrom()
                .range(0, row.parts)
                .onItem()
                .transformToUniAndConcatenate(number -> exports.part(row.id, number));
    }

    private static String lines(List<List<String>> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(CsvLine.of(row)));
        return lines.toString();
    }

    private ExportView view(CaseExportRow row, boolean whole) {
        String begun = row.parts > 0 ? "running" : "waiting";
        String made = whole ? "finished" : "expired";
        String ended = row.failedAt != null ? "failed" : made;
        String state = row.failedAt == null && row.finishedAt == null ? begun : ended;
        return new ExportView(row.id, state, row.cases, exports.filter(row.filter), row.askedAt, row.finishedAt);
    }
}
