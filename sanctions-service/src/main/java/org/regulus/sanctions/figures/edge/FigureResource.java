package org.regulus.sanctions.figures.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.figures.Figure;

/** The figures of your authority, as JSON or as a table for a spreadsheet. */
@Path("/figures")
@RolesAllowed(Roles.STAFF)
@Tag(name = "Figures")
class FigureResource {

    private final FigureQueries queries;
    private final CurrentActor actor;
    private final RegulatorCalendar calendar;
    private final InstantSource clock;

    FigureResource(FigureQueries queries, CurrentActor actor, RegulatorCalendar calendar, InstantSource clock) {
        this.queries = queries;
        this.actor = actor;
        this.calendar = calendar;
        this.clock = clock;
    }

    record FiguresView(String authority, LocalDate on, List<Figure> items) {}

    @GET
    @Operation(
            summary =
                    "Open orders, overdue items, proceedings by stage and age, fines, days to rectify; net of paused time")
    public Uni<FiguresView> figures() {
        String authority = actor.get().requireAuthority();
        LocalDate today = today();
        return queries.of(authority, today).map(all -> new FiguresView(authority, today, all));
    }

    @GET
    @Path("/table")
    @Produces("text/csv; charset=utf-8")
    @Operation(summary = "The same as CSV")
    public Uni<String> table() {
        return queries.of(actor.get().requireAuthority(), today())
                .map(all ->
                        all.stream().map(Figure::csv).collect(Collectors.joining("\n", "figure,detail,value\n", "\n")));
    }

    private LocalDate today() {
        return calendar.dateOf(clock.instant());
    }
}
