package org.regulus.inspection.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;

/** The notice of inspection: what will be looked at, by whom, when, and what the operator may ask for. */
@Path("/inspections/{id}/notice")
class NoticeResource {

    /** Administrative Penalty Law, Art. 42, 43, 45 and 55; Network Data Regulations, no fee for checks. */
    private static final List<Right> RIGHTS = List.of(
            new Right("recusal", "有权申请检查人员回避", "You may ask that an inspector be recused"),
            new Right("reschedule", "有正当理由的，可以申请调整检查时间", "You may ask for another slot, with a reason"),
            new Right("credentials", "检查人员不得少于两人，并应当出示执法证件", "Two inspectors come and show their credentials"),
            new Right("statement", "有权陈述、申辩", "You may make a statement and a defence"),
            new Right("no-fee", "检查不收取任何费用", "The inspection costs you nothing"));

    private final Plans plans;
    private final CurrentActor actor;

    NoticeResource(Plans plans, CurrentActor actor) {
        this.plans = plans;
        this.actor = actor;
    }

    record Right(String code, String zh, String en) {}

    record Inspecting(UUID id, String name, String staffNumber) {}

    record NoticeView(
            UUID inspectionId,
            String caseNumber,
            String authority,
            String cause,
            Instant noticedAt,
            boolean atTheDoor,
            List<ControlItem> items,
            List<Inspecting> inspectors,
            Instant startsAt,
            Instant endsAt,
            String place,
            Instant confirmedAt,
            List<Right> rights) {}

    @PUT
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Gives notice of the inspection as it was approved; until it is held the last notice counts")
    public Uni<RestResponse<NoticeView>> give(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return plans.give(actor.get(), id, ETags.version(seen)).chain(row -> Panache.withSession(() -> shown(row)));
    }

    /** @param minutes how long the visit will take */
    record Door(@NotBlank @Size(max = 500) String place, @Min(30) @Max(720) int minutes) {
        Instant until(Instant from) {
            return from.plus(Duration.ofMinutes(minutes));
        }
    }

    @PUT
    @Path("/at-the-door")
    @RolesAllowed({Roles.INSPECTOR, Roles.CASE_OFFICER})
    @Operation(
            summary =
                    "Opens the inspection without prior notice: the operator is told at its door, and the visit begins",
            description = "For cause only, and when the plan that another approved says why.")
    public Uni<RestResponse<NoticeView>> atTheDoor(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Door door) {
        return plans.giveAtTheDoor(actor.get(), id, ETags.version(seen), door)
                .chain(row -> Panache.withSession(() -> shown(row)));
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The notice as it stands today")
    public Uni<RestResponse<NoticeView>> get(@RestPath UUID id) {
        return Panache.withSession(() -> Inspections.get(actor.get(), id).chain(this::shown));
    }

    private Uni<RestResponse<NoticeView>> shown(InspectionRow row) {
        List<ControlItem> items = plans.noticed(row);
        return inspecting(row).chain(inspectors -> Interviews.of(row.id).map(interview -> {
            boolean fixed = interview != null;
            NoticeView view = new NoticeView(
                    row.id,
                    row.caseNumber,
                    row.authority,
                    row.cause,
                    row.noticedAt,
                    row.atTheDoor,
                    items,
                    inspectors,
                    fixed ? interview.startsAt : null,
                    fixed ? interview.endsAt : null,
                    fixed ? interview.place : null,
                    fixed ? interview.confirmedAt : null,
                    RIGHTS);
            return RestResponse.ResponseBuilder.ok(view)
                    .header("ETag", ETags.of(row.version))
                    .build();
        }));
    }

    private static Uni<List<Inspecting>> inspecting(InspectionRow row) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select id, name, staffNumber from InspectorRow where id in :ids order by id", Object[].class)
                .setParameter("ids", row.inspectors())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(one -> new Inspecting((UUID) one[0], (String) one[1], (String) one[2]))
                        .toList()));
    }
}
