package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;

/** Which authorities' events a partner, known by its token's subject, may see: granted one by one, none before that. */
@Path("/partners/{partner}/grants")
@RolesAllowed(Roles.PLATFORM_ADMIN)
class GrantResource {

    private static final int AUTHORITIES_MAX = 100;

    record Grants(
            @NotNull @Size(max = AUTHORITIES_MAX) List<@NotNull @Pattern(regexp = "[A-Z]{2,10}") String> authorities) {}

    @GET
    @Operation(summary = "Whose events a partner may see")
    public Uni<Grants> get(@RestPath String partner) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select authority from partner_grant where partner = ?1 order by authority", String.class)
                .setParameter(1, partner)
                .getResultList()
                .map(Grants::new)));
    }

    @PUT
    @Operation(summary = "Says whose events a partner may see, in place of what was said before")
    public Uni<Grants> put(@RestPath String partner, @NotNull @Valid Grants grants) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("delete from partner_grant where partner = ?1")
                                .setParameter(1, partner)
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery(
                                                """
                                                insert into partner_grant (partner, authority)
                                                select ?1, one from unnest(string_to_array(?2, ',')) as one
                                                on conflict do nothing""")
                                        .setParameter(1, partner)
                                        .setParameter(2, String.join(",", grants.authorities()))
                                        .executeUpdate())))
                .chain(() -> get(partner));
    }
}
