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
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;

/** How many of the cases that a filter leaves there are of each phase, province, kind and officer; of officers the hundred with the most. */
@Path("/cases/facets")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class FacetResource {

    /** A facet is for finding one's way: beyond so many cases it is told that there are more, and not how many. */
    static final int COUNTED_MAX = 100_000;

    private static final String COUNT = """
            with found as (\s"""
            + CaseList.some(
                    "{facts}.phase, {facts}.province, {facts}.kind, coalesce({facts}.assigned_to, 'nobody') as holder")
            + """
            )
            select 'phase', phase, count(*) from found group by phase
            union all select 'province', province, count(*) from found group by province
            union all select 'kind', kind, count(*) from found group by kind
            union all (select 'assignedTo', holder, count(*) from found group by holder order by 3 desc limit 100)
            order by 1, 3 desc, 2""";

    private final CurrentActor actor;

    FacetResource(CurrentActor actor) {
        this.actor = actor;
    }

    record Count(String value, long cases) {}

    /** @param more whether there are more cases than were counted */
    record Facets(Map<String, List<Count>> facets, boolean more) {}

    @GET
    @Operation(summary = "Counts by phase, province, kind and who has it in hand of the cases that a filter leaves")
    public Uni<Facets> count(@BeanParam @Valid CaseFilter filter) {
        Actor asker = actor.get();
        boolean staff = !asker.has(Roles.OPERATOR);
        return Panache.withSession(() -> Panache.getSession().chain(session -> filter.criteria(asker)
                .bound(session.createNativeQuery(COUNT, Object[].class), asker.scope())
                .setParameter(CaseList.NEXT, COUNTED_MAX)
                .getResultList()
                .map(rows -> facets(rows, staff))));
    }

    private static Facets facets(List<Object[]> rows, boolean staff) {
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        long counted = 0;
        for (Object[] row : rows) {
            String facet = ((String) row[0]).strip();
            facets.computeIfAbsent(facet, name -> new ArrayList<>()).add(new Count((String) row[1], (Long) row[2]));
            counted += facet.equals("kind") ? (Long) row[2] : 0;
        }
        if (!staff) {
            facets.remove("assignedTo");
        }
        return new Facets(facets, counted == COUNTED_MAX);
    }
}
