package org.regulus.sanctions.clock.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.WorkingDays;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.edge.Scope;

/** Every limit of a case. An operator sees its own duties; what the authority has to do in time is the authority's. */
@Path("/cases/{id}/deadlines")
@Tag(name = "Deadlines")
class ClockResource {

    private static final int CLOCKS_MAX = 500;

    private final CurrentActor actor;
    private final RegulatorCalendar calendar;
    private final WorkingDays workingDays;
    private final InstantSource clock;

    ClockResource(CurrentActor actor, RegulatorCalendar calendar, WorkingDays workingDays, InstantSource clock) {
        this.actor = actor;
        this.calendar = calendar;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    record DeadlinesView(LocalDate today, List<DeadlineView> items) {}

    /**
     * @param state running, over, or ended (met, or fallen away)
     * @param provisional the holidays of that year are not published yet: the day may still move
     * @param passedAt when it was announced that it had passed
     * @param moves former last days, in order, each with the reason
     */
    record DeadlineView(
            String code,
            String about,
            UUID aboutId,
            UUID subject,
            String by,
            LocalDate lastDay,
            long daysLeft,
            String state,
            String basis,
            String otherwise,
            String source,
            boolean verified,
            boolean provisional,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant passedAt,
            List<Clock.Move> moves) {}

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "Who must act until when in a case, why, and what follows otherwise")
    public Uni<DeadlinesView> ofCase(@RestPath UUID id) {
        Scope scope = Scope.of(actor.get());
        LocalDate today = calendar.dateOf(clock.instant());
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> query(session, id, scope).getResultList()))
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw Refusal.notFound("case.unknown", "No limit runs or ran in a case %s here".formatted(id));
                    }
                    return new DeadlinesView(
                            today, rows.stream().map(row -> view(row, today)).toList());
                });
    }

    private static Mutiny.SelectionQuery<ClockRow> query(Mutiny.Session session, UUID caseId, Scope scope) {
        String mine = scope.isOperator() ? "operatorId = :owner and party = 'operator'" : "authority = :owner";
        return session.createSelectionQuery(
                        "from ClockRow where caseId = :caseId and " + mine + " order by lastDay, id", ClockRow.class)
                .setParameter("caseId", caseId)
                .setParameter(
                        "owner",
                        scope.isOperator()
                                ? scope.operator().get()
                                : scope.authority().get())
                .setMaxResults(CLOCKS_MAX);
    }

    private DeadlineView view(ClockRow row, LocalDate today) {
        String state = !row.running ? "ended" : today.isAfter(row.lastDay) ? "over" : "running";
        return new DeadlineView(
                row.code,
                row.ownerKind,
                row.owner,
                row.subject,
                row.party,
                row.lastDay,
                ChronoUnit.DAYS.between(today, row.lastDay),
                state,
                row.basis,
                row.otherwise,
                row.source,
                row.verified,
                workingDays.provisional(row.lastDay),
                row.passedAt,
                row.history.moves());
    }
}
