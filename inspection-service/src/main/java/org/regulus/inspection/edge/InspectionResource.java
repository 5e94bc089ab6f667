package org.regulus.inspection.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.time.Era;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.draw.edge.NewSeed;

/** Inspections: an authority's, or an operator's own once it was told (without what inspectors note until it is concluded). */
@Path("/inspections")
class InspectionResource {

    private final Inspections inspections;
    private final Interviews interviews;
    private final Visits visits;
    private final InspectorDraws draws;
    private final CurrentActor actor;

    InspectionResource(
            Inspections inspections, Interviews interviews, Visits visits, InspectorDraws draws, CurrentActor actor) {
        this.inspections = inspections;
        this.interviews = interviews;
        this.visits = visits;
        this.draws = draws;
        this.actor = actor;
    }

    record NewInterview(
            @NotNull @ThisCentury Instant startsAt,
            @NotNull @ThisCentury Instant endsAt,
            @NotBlank @Size(max = 500) String place) {}

    record InterviewRecord(
            @NotNull @ThisCentury Instant heldAt,
            @Min(1) @Max(500) int attendees,
            @NotBlank @Size(max = 20_000) String summary) {}

    record NewFinding(
            @NotBlank @Size(max = 40) String item,
            @NotNull @Pattern(regexp = "minor|major|critical") String severity,
            @NotBlank @Size(max = 200) String legalReference,
            @NotBlank @Size(max = 10_000) String text) {}

    record NewFindings(@NotNull @Size(max = 500) List<@NotNull @Valid NewFinding> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InspectionView(
            UUID id,
            UUID caseId,
            String caseNumber,
            UUID campaignId,
            UUID operatorId,
            String authority,
            String cause,
            UUID drawId,
            String state,
            Instant openedAt,
            List<UUID> inspectorIds,
            List<Inspections.Noted> findings,
            String outcome,
            Instant concludedAt) {}

    record InterviewView(
            UUID id,
            UUID inspectionId,
            String state,
            Instant startsAt,
            Instant endsAt,
            String place,
            Instant confirmedAt,
            Instant heldAt,
            Integer attendees) {}

    private InspectionView view(InspectionRow row, Actor asker) {
        boolean hidden = asker.has(Roles.OPERATOR) && row.outcome == null;
        return new InspectionView(
                row.id,
                row.caseId,
                row.caseNumber,
                row.campaignId,
                row.operatorId,
                row.authority,
                row.cause,
                row.drawId,
                row.state,
                row.openedAt,
                List.of(row.inspectorIds),
                hidden ? null : inspections.findings(row),
                row.outcome,
                row.concludedAt);
    }

    private RestResponse<InspectionView> shown(InspectionRow row) {
        return RestResponse.ResponseBuilder.ok(view(row, actor.get()))
                .header("ETag", ETags.of(row.version))
                .build();
    }

    private static RestResponse<InterviewView> shown(InterviewRow row) {
        InterviewView view = new InterviewView(
                row.id,
                row.inspectionId,
                row.state,
                row.startsAt,
                row.endsAt,
                row.place,
                row.confirmedAt,
                row.heldAt,
                row.attendees);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(row.version))
                .build();
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "Inspections, oldest first")
    public Uni<RestResponse<Page<InspectionView>>> list(
            @QueryParam("campaign") UUID campaign,
            @QueryParam("case") UUID caseId,
            @QueryParam("state") String state,
            @QueryParam("cause") String cause,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        return Inspections.rows(asker)
                .and("campaignId = :campaign", "campaign", campaign)
                .and("caseId = :case", "case", caseId)
                .and("state = :state", "state", state)
                .and("cause = :cause", "cause", cause)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id)
                        .map(row -> view(row, asker))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "One inspection")
    public Uni<RestResponse<InspectionView>> get(@RestPath UUID id) {
        return Inspections.get(actor.get(), id).map(this::shown);
    }

    @PUT
    @Path("/{id}/inspectors")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Draws two inspectors by the seed whose source was committed to")
    public Uni<RestResponse<InspectionView>> assign(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewSeed seed) {
        return draws.assign(actor.get(), id, ETags.version(seen), seed.given()).map(this::shown);
    }

    @GET
    @Path("/{id}/free-slots")
    @RolesAllowed({Roles.CASE_OFFICER, Roles.INSPECTOR})
    @Operation(summary = "Slots in office hours of working days in which the inspectors are free")
    public Uni<List<Slot>> free(
            @RestPath UUID id,
            @RestQuery @NotNull @ThisCentury LocalDate from,
            @RestQuery @DefaultValue("10") @Min(1) @Max(60) int days,
            @RestQuery @DefaultValue("120") @Min(30) @Max(240) int minutes) {
        return interviews.free(actor.get(), id, Era.kept(from), days, Duration.ofMinutes(minutes));
    }

    @GET
    @Path("/{id}/interview")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "The interview of an inspection")
    public Uni<RestResponse<InterviewView>> interview(@RestPath UUID id) {
        return Panache.withSession(() -> Inspections.get(actor.get(), id).chain(of -> Interviews.required(id)))
                .map(InspectionResource::shown);
    }

    @PUT
    @Path("/{id}/interview")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Fixes the interview (If-Match: the inspection's) or moves it (If-Match: the interview's)")
    public Uni<RestResponse<InterviewView>> fix(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewInterview interview) {
        Slot slot = new Slot(interview.startsAt(), interview.endsAt());
        return interviews
                .fix(actor.get(), id, ETags.version(seen), slot, interview.place())
                .map(InspectionResource::shown);
    }

    @PUT
    @Path("/{id}/interview/confirmation")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The operator confirms the interview (If-Match: the interview's)")
    public Uni<RestResponse<InterviewView>> confirm(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return interviews.confirm(actor.get(), id, ETags.version(seen)).map(InspectionResource::shown);
    }

    @PUT
    @Path("/{id}/interview/record")
    @RolesAllowed({Roles.INSPECTOR, Roles.CASE_OFFICER})
    @Operation(summary = "Records that the interview was held (If-Match: the interview's)")
    public Uni<RestResponse<InterviewView>> hold(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid InterviewRecord record) {
        return visits.hold(actor.get(), id, ETags.version(seen), record).map(InspectionResource::shown);
    }

    @PUT
    @Path("/{id}/findings")
    @RolesAllowed(Roles.INSPECTOR)
    @Operation(summary = "Notes the findings; the last list counts")
    public Uni<RestResponse<InspectionView>> note(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid NewFindings findings) {
        return inspections
                .note(actor.get(), id, ETags.version(seen), findings.findings())
                .map(this::shown);
    }

    @PUT
    @Path("/{id}/conclusion")
    @RolesAllowed({Roles.INSPECTOR, Roles.CASE_OFFICER})
    @Operation(summary = "Concludes the inspection: with issues when there are findings")
    public Uni<RestResponse<InspectionView>> conclude(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return inspections.conclude(actor.get(), id, ETags.version(seen)).map(this::shown);
    }
}
