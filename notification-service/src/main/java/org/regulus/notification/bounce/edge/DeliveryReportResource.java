package org.regulus.notification.bounce.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.regulus.common.rest.Rows;
import org.regulus.notification.bounce.DeliveryReport;
import org.regulus.notification.message.Notice;

/** What came of mails after a mail server had taken them: told by the mail system, kept for the authority. */
@Path("/delivery-reports")
class DeliveryReportResource {

    private static final String MAIL = "message/rfc822";

    private final ReportReader reader;
    private final Bounces bounces;
    private final CurrentActor actor;

    DeliveryReportResource(ReportReader reader, Bounces bounces, CurrentActor actor) {
        this.reader = reader;
        this.bounces = bounces;
        this.actor = actor;
    }

    record ReportView(UUID id, UUID messageId, String action, String status, Instant takenAt) {
        static ReportView of(DeliveryReportRow row) {
            return new ReportView(row.id, row.messageId, row.action, row.status, row.takenAt);
        }
    }

    @POST
    @Consumes(MAIL)
    @RolesAllowed(Roles.MAIL_SYSTEM)
    @Operation(
            summary = "Takes a mail that came back: a multipart/report with a delivery status (RFC 3464)",
            description =
                    "The mail system pipes here whatever comes for bounces+…@ its host. The same report again changes nothing.")
    public Uni<RestResponse<Void>> take(byte[] mail) {
        DeliveryReport report = reader.read(mail);
        return bounces.take(report, Notice.MAIL, mail).replaceWith(RestResponse.noContent());
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Reports on the authority's mails, oldest first")
    public Uni<RestResponse<Page<ReportView>>> list(
            @QueryParam("message") UUID message,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(DeliveryReportRow.class, actor.get())
                .and("messageId = :message", "message", message)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(ReportView::of).response(uri));
    }

    @GET
    @Path("/{id}/source")
    @Produces("application/octet-stream")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The report as it came")
    public Uni<byte[]> source(@RestPath UUID id) {
        return Rows.of(DeliveryReportRow.class, actor.get())
                .one(id, "delivery-report.unknown")
                .chain(row -> bounces.source(row.id));
    }
}
