package org.regulus.inspection.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones;
import org.regulus.inspection.Cause;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;

/** From the plan of an inspection over its approval by another to the notice. */
@ApplicationScoped
class Plans {

    private final InstantSource clock;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Interviews interviews;

    Plans(InstantSource clock, Outbox outbox, ObjectMapper json, Interviews interviews) {
        this.clock = clock;
        this.outbox = outbox;
        this.json = json;
        this.interviews = interviews;
    }

    /**
     * @param basis the provision that allows this inspection
     * @param withoutNotice why the operator is told at its door only; null when it is told before
     */
    record Plan(
            @NotBlank @Size(max = 500) String basis,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ControlItem> items,
            @Size(max = 2000) @Pattern(regexp = "(?s).*\\S.*") String withoutNotice) {

        private boolean unannounced() {
            return withoutNotice != null;
        }

        private List<String> codes() {
            return items.stream().map(ControlItem::code).toList();
        }
    }

    @WithTransaction
    Uni<InspectionRow> plan(Actor officer, UUID id, long seen, Plan wanted) {
        Instant now = clock.instant();
        return Inspections.get(officer, id, seen).call(row -> {
            if (wanted.unannounced()) {
                Cause.of(row.cause).withoutNotice();
            }
            Inspection.Change<InspectionEvent.InspectionPlanned> change =
                    row.inspection().plan(wanted.codes(), wanted.unannounced(), row.atTheDoor, officer.subject(), now);
            row.take(change.inspection());
            row.plan = write(wanted);
            row.plannedAt = now;
            row.approvedAt = null;
            return outbox.append(PlanMessages.planned(row, change)).chain(Rows::flush);
        });
    }

    @WithTransaction
    Uni<InspectionRow> approve(Actor decider, UUID id, long seen) {
        Instant now = clock.instant();
        return Inspections.get(decider, id, seen).call(row -> {
            Inspection.Change<InspectionEvent.InspectionApproved> change =
                    row.inspection().approve(decider.subject(), now);
            row.take(change.inspection());
            row.approvedAt = now;
            return outbox.append(PlanMessages.approved(row, change)).chain(Rows::flush);
        });
    }

    /** Of what was approved, whatever was noticed before. */
    @WithTransaction
    Uni<InspectionRow> give(Actor officer, UUID id, long seen) {
        Instant now = clock.instant();
        return Inspections.get(officer, id, seen).call(row -> {
            Inspection.Change<InspectionEvent.InspectionNoticed> change =
                    row.inspection().give(codes(row), now);
            return told(row, change);
        });
    }

    /** By who stands there: the notice is the beginning of the visit. */
    @WithTransaction
    Uni<InspectionRow> giveAtTheDoor(Actor inspector, UUID id, long seen, NoticeResource.Door door) {
        Instant now = clock.instant();
        return Inspections.locked(inspector, id)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> Inspections.mayInspect(inspector, row))
                .call(row -> {
                    Inspection.Change<InspectionEvent.InspectionNoticed> change =
                            row.inspection().giveAtTheDoor(codes(row), row.told, now);
                    row.atTheDoor = true;
                    return told(row, change).chain(() -> interviews.begin(row, door.until(now), door.place(), now));
                });
    }

    private List<String> codes(InspectionRow row) {
        return row.plan == null ? List.of() : plan(row).codes();
    }

    private Uni<Void> told(InspectionRow row, Inspection.Change<InspectionEvent.InspectionNoticed> change) {
        row.take(change.inspection());
        row.items = write(row.plan == null ? List.of() : plan(row).items());
        row.noticedAt = change.event().at();
        row.told = true;
        return outbox.append(PlanMessages.noticed(row, change)).chain(Rows::flush);
    }

    Plan plan(InspectionRow row) {
        if (row.plan == null) {
            throw Refusal.notFound("inspection.no-plan", "Inspection %s was not planned yet".formatted(row.id));
        }
        return read(row.plan, Plan.class);
    }

    List<ControlItem> noticed(InspectionRow row) {
        if (row.noticedAt == null) {
            throw Refusal.notFound("inspection.no-notice", "No notice was given of inspection " + row.id);
        }
        return List.of(read(row.items, ControlItem[].class));
    }

    /** How often its operator is inspected by this authority in the calendar year of the opening, this inspection with it. */
    static Uni<Long> ofTheYear(InspectionRow row) {
        var opened = row.openedAt.atZone(Zones.REGULATOR);
        var year = opened.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        """
                        select count(*) from InspectionRow where authority = :authority and operatorId = :operator
                        and state <> 'replaced' and openedAt >= :from and openedAt < :until""",
                        Long.class)
                .setParameter("authority", row.authority)
                .setParameter("operator", row.operatorId)
                .setParameter("from", year.toInstant())
                .setParameter("until", year.plusYears(1).toInstant())
                .getSingleResult());
    }

    private <T> T read(String written, Class<T> as) {
        try {
            return json.readValue(written, as);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
