package org.regulus.inspection.schedule.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.schedule.Remark;

/** Proposals for when interviews are to be: ordered, awaited, changed, published. */
@Path("/schedule-proposals")
class ProposalResource {

    private final Proposals proposals;
    private final Publication publication;
    private final ScheduleItems items;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    ProposalResource(
            Proposals proposals,
            Publication publication,
            ScheduleItems items,
            Idempotency idempotency,
            CurrentActor actor) {
        this.proposals = proposals;
        this.publication = publication;
        this.items = items;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** @param startsAt where the officer wants the interview; null, as {@code endsAt}, for nowhere */
    record Adjustment(@ThisCentury Instant startsAt, @ThisCentury Instant endsAt, @NotNull Boolean pinned) {
        Slot slot() {
            return startsAt == null || endsAt == null ? null : new Slot(startsAt, endsAt);
        }
    }

    /** @param hard null until there is a first plan */
    record Progress(long spentMillis, int secondsMax, Long hard, Long unplanned, Long points) {}

    /** @param failure why it could not be made, as a code; null when it could */
    record ProposalView(
            UUID id,
            UUID campaignId,
            UUID basedOn,
            String state,
            LocalDate from,
            int days,
            int minutes,
            Instant asOf,
            String failure,
            Progress progress) {
        static ProposalView of(ProposalRow row) {
            return new ProposalView(
                    row.id,
                    row.campaignId,
                    row.basedOn,
                    row.state,
                    row.firstDay,
                    row.days,
                    row.minutes,
                    row.asOf,
                    row.failure,
                    new Progress(row.spentMillis, row.seconds, row.hard, row.unplanned, row.points));
        }
    }

    record ItemView(
            UUID inspectionId,
            String caseNumber,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            boolean pinned,
            String place,
            List<Remark> remarks,
            String outcome) {}

    private ItemView view(ScheduleItemRow row) {
        return new ItemView(
                row.inspectionId,
                row.caseNumber,
                row.startsAt,
                row.endsAt,
                row.announcedAt,
                row.pinned,
                row.place,
                items.remarks(row),
                row.outcome);
    }

    private static RestResponse<ProposalView> shown(ProposalRow row, RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, ProposalView.of(row))
                .header("ETag", ETags.of(row.version))
                .header("Location", URI.create("/schedule-proposals/" + row.id))
                .build();
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Orders a proposal; it is made in the background: read it until it is ready")
    public Uni<RestResponse<ProposalView>> order(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewProposal wanted) {
        return idempotency
                .once(actor.get(), key, wanted, () -> proposals.order(actor.get(), wanted))
                .chain(id -> Proposals.get(actor.get(), id))
                .map(row -> shown(row, RestResponse.Status.ACCEPTED));
    }

    @GET
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "The authority's proposals, oldest first")
    public Uni<RestResponse<Page<ProposalView>>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(ProposalRow.class, actor.get()).page(page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(ProposalView::of)
                .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "One proposal: its state, how far the solver is, what it costs")
    public Uni<RestResponse<ProposalView>> get(@RestPath UUID id) {
        return Proposals.get(actor.get(), id).map(row -> shown(row, RestResponse.Status.OK));
    }

    @GET
    @Path("/{id}/interviews")
    @RolesAllowed({Roles.CAMPAIGN_MANAGER, Roles.CASE_OFFICER, Roles.INSPECTOR, Roles.AUDITOR})
    @Operation(summary = "Its interviews, and in words what speaks against the time of each")
    public Uni<RestResponse<Page<ItemView>>> interviews(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(ScheduleItemRow.class, actor.get())
                .and("proposalId = :proposal", "proposal", id)
                .page(page)
                .map(rows -> Page.of(rows, page, row -> row.id).map(this::view).response(uri));
    }

    @PUT
    @Path("/{id}/interviews/{inspection}")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Moves or pins an interview by hand; all are judged anew (If-Match: the proposal's)")
    public Uni<RestResponse<ItemView>> adjust(
            @RestPath UUID id,
            @RestPath UUID inspection,
            @HeaderParam("If-Match") String seen,
            @NotNull @Valid Adjustment wanted) {
        return proposals
                .adjust(actor.get(), id, ETags.version(seen), inspection, wanted.slot(), wanted.pinned())
                .chain(proposal -> Proposals.item(actor.get(), id, inspection)
                        .map(item -> RestResponse.ResponseBuilder.ok(view(item))
                                .header("ETag", ETags.of(proposal.version))
                                .build()));
    }

    @PUT
    @Path("/{id}/publication")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Fixes the interviews as proposed; each says how that went. Again: those that met a conflict")
    public Uni<RestResponse<ProposalView>> publish(@RestPath UUID id, @HeaderParam("If-Match") String seen) {
        return publication.publish(actor.get(), id, ETags.version(seen)).map(row -> shown(row, RestResponse.Status.OK));
    }
}
