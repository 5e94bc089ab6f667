package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;

/** Whom cases can be given to. Officers put themselves down: their token proves the authority and the role. */
@Path("/officers")
class OfficerResource {

    private final IdSource ids;
    private final CurrentActor actor;

    OfficerResource(IdSource ids, CurrentActor actor) {
        this.ids = ids;
        this.actor = actor;
    }

    /** @param name as colleagues know the officer */
    record Officer(@NotBlank @Size(max = 100) String name) {}

    record OfficerView(String account, String name) {}

    @PUT
    @Path("/me")
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Puts the asker down as somebody whom cases can be given to; again to change the name")
    public Uni<OfficerView> put(@NotNull @Valid Officer officer) {
        Actor asker = actor.get();
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                """
                                insert into officer (id, authority, account, name) values (?1, ?2, ?3, ?4)
                                on conflict (authority, account) do update set name = excluded.name""")
                        .setParameter(1, ids.next())
                        .setParameter(2, asker.requireAuthority())
                        .setParameter(3, asker.subject())
                        .setParameter(4, officer.name())
                        .executeUpdate()))
                .replaceWith(new OfficerView(asker.subject(), officer.name()));
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "The officers of one's authority whom cases can be given to")
    public Uni<RestResponse<Page<OfficerView>>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(OfficerRow.class, actor.get()).page(page).map(rows -> Page.of(rows, page, row -> row.id)
                .map(row -> new OfficerView(row.account, row.name))
                .response(uri));
    }
}
