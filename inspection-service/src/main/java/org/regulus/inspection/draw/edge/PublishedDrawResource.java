package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.inspection.draw.Draw;

/** All draws of a campaign, for everybody: also those that were abandoned, so that nobody draws until it suits. */
@Path("/published-draws")
class PublishedDrawResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param reason why the campaign was drawn again; null for the first draw */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedDraw(
            UUID drawId,
            UUID campaignId,
            String authority,
            String state,
            String reason,
            String commitmentDigest,
            String recordDigest,
            Instant committedAt,
            Instant completedAt,
            String abandonReason,
            Instant abandonedAt) {}

    @GET
    @PermitAll
    @Operation(
            summary = "The draws of a campaign, oldest first, with the digests of what each committed to and recorded")
    public Uni<RestResponse<Page<PublishedDraw>>> list(
            @QueryParam("campaign") @NotNull UUID campaign,
            @QueryParam("authority") String authority,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Panache.withSession(() -> page(campaign, authority, page))
                .map(rows -> Page.of(rows, page, PublishedDraw::drawId).response(uri));
    }

    /** Without frames and records, which are long. */
    private static Uni<List<PublishedDraw>> page(UUID campaign, String authority, PageRequest page) {
        String of = authority == null ? "" : " and authority = :authority";
        return Panache.getSession().chain(session -> {
            var query = session.createSelectionQuery(
                    """
                    select id, campaignId, authority, state, reason, commitment, recordDigest, committedAt, completedAt,
                      abandonReason, abandonedAt
                    from DrawRow where campaignId = :campaign and id > :after"""
                            + of + " order by id",
                    Object[].class);
            if (authority != null) {
                query.setParameter("authority", authority);
            }
            return query.setParameter("campaign", campaign)
                    .setParameter("after", page.after() == null ? BEFORE_ALL : page.after())
                    .setMaxResults(page.limit() + 1)
                    .getResultList()
                    .map(rows -> rows.stream().map(PublishedDrawResource::draw).toList());
        });
    }

    private static PublishedDraw draw(Object[] row) {
        return new PublishedDraw(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Draw.digest((String) row[5]),
                (String) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (String) row[9],
                (Instant) row[10]);
    }
}
