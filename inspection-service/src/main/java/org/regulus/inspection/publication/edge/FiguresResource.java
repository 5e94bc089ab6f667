package org.regulus.inspection.publication.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;

/** Random inspections and those for cause, apart: together they would say nothing about how well the law is kept. */
@Path("/inspection-figures")
class FiguresResource {

    private final CurrentActor actor;

    FiguresResource(CurrentActor actor) {
        this.actor = actor;
    }

    /** @param basis random or for-cause */
    record Figures(
            String basis,
            String cause,
            long opened,
            long replaced,
            long held,
            long concluded,
            long withIssues,
            long published) {}

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(
            summary =
                    "How many inspections of a campaign were opened, replaced, held, concluded, with issues, published, by basis and cause")
    public Uni<List<Figures>> of(@QueryParam("campaign") UUID campaign) {
        if (campaign == null) {
            throw Refusal.invalid("figures.campaign-required", "Name the campaign: ?campaign=<id>");
        }
        String authority = actor.get().requireAuthority();
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select case i.cause when 'drawn' then 'random' else 'for-cause' end, i.cause, count(*), count(*) filter (where i.state = 'replaced'),
                               count(*) filter (where i.state in ('held', 'concluded')), count(*) filter (where i.state = 'concluded'),
                               count(*) filter (where i.outcome = 'issues'), count(p.id) filter (where p.state = 'published')
                        from inspection i left join publication p on p.inspection_id = i.id
                        where i.campaign_id = ?1 and i.authority = ?2
                        group by i.cause order by 1 desc, 2""",
                        Object[].class)
                .setParameter(1, campaign)
                .setParameter(2, authority)
                .getResultList()
                .map(rows -> rows.stream().map(FiguresResource::figures).toList())));
    }

    private static Figures figures(Object[] row) {
        return new Figures(
                (String) row[0],
                (String) row[1],
                count(row[2]),
                count(row[3]),
                count(row[4]),
                count(row[5]),
                count(row[6]),
                count(row[7]));
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }
}
