package org.regulus.notification.timeline.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
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
            with found as (
              select phase, province, kind from known_case
              where (operator_id = ?1 or authority = ?2
                     or id in (select case_id from case_reader where authority = ?2))
                and (cast(?3 as text) is null or authority = ?3) and (cast(?4 as uuid) is null or campaign_id = ?4) and (cast(?5 as text) is null or phase = ?5)
                and (cast(?6 as text) is null or province = ?6) and (cast(?7 as text) is null or kind = ?7)
                and (cast(?8 as timestamptz) is null or next_due_at < ?8) and (cast(?9 as text) is null or case_number like ?9 escape '!')
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
        return Panache.withSession(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter(1, uuid(scope.operatorId()))
                        .setParameter(2, text(scope.authority()))
                        .setParameter(3, text(filter.authority))
                        .setParameter(4, uuid(filter.campaign))
                        .setParameter(5, text(filter.phase))
                        .setParameter(6, text(filter.province))
                        .setParameter(7, text(filter.kind))
                        .setParameter(8, moment(filter.dueBefore))
                        .setParameter(9, text(filter.text == null ? null : CaseFilter.pattern(filter.text)))
                        .setParameter(10, COUNTED_MAX)
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

    private static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    private static TypedParameterValue<UUID> uuid(UUID value) {
        return new TypedParameterValue<>(StandardBasicTypes.UUID, value);
    }

    private static TypedParameterValue<?> moment(Instant value) {
        return new TypedParameterValue<>(
                StandardBasicTypes.OFFSET_DATE_TIME_WITH_TIMEZONE,
                value == null ? null : value.atOffset(ZoneOffset.UTC));
    }
}
