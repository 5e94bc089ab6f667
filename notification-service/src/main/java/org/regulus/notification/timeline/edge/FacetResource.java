package org.regulus.notification.timeline.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.actor.Scope;

/** How many of the cases that a filter leaves there are of each phase, province and kind. */
@Path("/cases/facets")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class FacetResource {

    /** A facet is for finding one's way: beyond so many cases it is told that there are more, and not how many. */
    static final int COUNTED_MAX = 100_000;

    private static final String COUNT =
            """
            with found as (select c.phase, c.province, c.kind from known_case c\s"""
                    + CaseCriteria.WHERE
                    + """
             limit ?10)
            select 'phase', phase, count(*) from found group by phase
            union all select 'province', province, count(*) from found group by province
            union all select 'kind', kind, count(*) from found group by kind
            order by 1, 3 desc, 2""";

    private final CurrentActor actor;

    FacetResource(CurrentActor actor) {
        this.actor = actor;
    }

    record Count(String value, long cases) {}

    /** @param more whether there are more cases than were counted */
    record Facets(Map<String, List<Count>> facets, boolean more) {}

    @GET
    @Operation(summary = "Counts by phase, province and kind of the cases that a filter leaves")
    public Uni<Facets> count(@BeanParam @Valid CaseFilter filter) {
        Scope scope = actor.get().scope();
        return Panache.withSession(() -> Panache.getSession().chain(session -> filter.criteria()
                .bound(session.createNativeQuery(COUNT, Object[].class), scope)
                .setParameter(CaseCriteria.NEXT, COUNTED_MAX)
                .getResultList()
                .map(FacetResource::facets)));
    }

    private static Facets facets(List<Object[]> rows) {
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        long counted = 0;
        for (Object[] row : rows) {
            String facet = ((String) row[0]).strip();
            facets.computeIfAbsent(facet, name -> new ArrayList<>()).add(new Count((String) row[1], (Long) row[2]));
            counted += facet.equals("kind") ? (Long) row[2] : 0;
        }
        return new Facets(facets, counted == COUNTED_MAX);
    }
}
