package org.regulus.notification.duty.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.PageRequest;
import org.regulus.notification.timeline.edge.Readership;

/** What is to be done in a case by when, to the authorities that read it and to its operator. */
@Path("/cases/{caseId}/duties")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class DutyResource {

    /** A case has few duties of each kind, and a plan at most ten reminders for each. */
    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final CurrentActor actor;

    DutyResource(CurrentActor actor) {
        this.actor = actor;
    }

    /** @param state planned, sent, withdrawn (the duty was met or moved), overtaken (the service was away until the duty was late) */
    record ReminderView(int days, Instant at, Instant dueAt, String state) {}

    /** @param about the order, the proceeding or the inspection that it comes from; absent when it is the case */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DutyView(String kind, UUID about, Instant dueAt, Instant metAt, List<ReminderView> reminders) {}

    /** @param next the open duty that is due first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Duties(DutyView next, List<DutyView> items) {}

    @GET
    @Operation(summary = "What is due in a case, what comes next, and which reminders go out when")
    public Uni<Duties> list(@RestPath UUID caseId) {
        Actor asker = actor.get();
        return Readership.readable(DutyRow.class, asker, "caseId")
                .and("caseId = :case", "case", caseId)
                .page(ALL)
                .chain(duties -> Readership.readable(ReminderRow.class, asker, "caseId")
                        .and("caseId = :case", "case", caseId)
                        .page(ALL)
                        .map(reminders -> view(caseId, duties, reminders)));
    }

    private static Duties view(UUID caseId, List<DutyRow> duties, List<ReminderRow> reminders) {
        if (duties.isEmpty()) {
            throw Refusal.notFound("duty.none", "No duty is known of case %s here".formatted(caseId));
        }
        List<DutyView> views = duties.stream()
                .map(duty -> new DutyView(
                        duty.kind,
                        duty.about.equals(caseId) ? null : duty.about,
                        duty.dueAt,
                        duty.metAt,
                        reminders.stream()
                                .filter(one -> one.kind.equals(duty.kind) && one.about.equals(duty.about))
                                .map(one -> new ReminderView(one.days, one.at, one.dueAt, one.state))
                                .sorted(Comparator.comparing(ReminderView::at))
                                .toList()))
                .sorted(Comparator.comparing(DutyView::dueAt))
                .toList();
        DutyView next =
                views.stream().filter(one -> one.metAt() == null).findFirst().orElse(null);
        return new Duties(next, views);
    }
}
