package org.regulus.inspection.calendar.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a calendar program reads. It has no token of the realm: knowing the secret address is the right to read. */
@Path("/calendars")
class CalendarResource {

    private final Feeds feeds;

    CalendarResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Path("/{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces("text/calendar;charset=utf-8")
    @PermitAll
    @Operation(summary = "An inspector's interviews as iCalendar; 404 once the address was revoked")
    public Uni<RestResponse<String>> read(@RestPath String token) {
        return feeds.read(token).map(calendar -> RestResponse.ResponseBuilder.ok(calendar)
                .header("Cache-Control", "private, max-age=300")
                .build());
    }
}
