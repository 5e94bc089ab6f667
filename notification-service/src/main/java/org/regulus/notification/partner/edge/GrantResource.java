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
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.partner.Classification;

/** Which authorities' events a partner, known by its token's subject, may see: granted one by one, none before that. */
@Path("/partners/{partner}/grants")
@RolesAllowed(Roles.PLATFORM_ADMIN)
class GrantResource {

    private static final int AUTHORITIES_MAX = 100;

    private static final String GRANT =
            """
            insert into partner_grant (partner, authority, clearance)
            select ?1, one.authority, one.clearance
            from unnest(string_to_array(?2, ','), string_to_array(?3, ',')) as one(authority, clearance)
            on conflict do nothing""";

    /** @param clearances how much is told of whose events: the lowest, unless it is said here */
    record Grants(
            @NotNull @Size(max = AUTHORITIES_MAX) List<@NotNull @Pattern(regexp = "[A-Z]{2,10}") String> authorities,
            @Size(max = AUTHORITIES_MAX)
                    Map<String, @NotNull @Pattern(regexp = Classification.WORDS) String> clearances) {

        static Grants of(List<Object[]> rows) {
            Map<String, String> clearances = new TreeMap<>();
            rows.forEach(row -> clearances.put((String) row[0], (String) row[1]));
            return new Grants(List.copyOf(clearances.keySet()), clearances);
        }

        /** @throws Refusal INVALID {@code grant.not-granted}: a clearance for events that are not granted */
        List<String> levels() {
            Map<String, String> told = clearances == null ? Map.of() : clearances;
            List<Refusal.Flaw> flaws = told.keySet().stream()
                    .filter(authority -> !authorities.contains(authority))
                    .map(authority -> new Refusal.Flaw("/clearances/" + authority, "grant.not-granted", "Not granted"))
                    .toList();
            if (!flaws.isEmpty()) {
                throw Refusal.invalid("grant.not-granted", "Give clearances for what is granted", flaws);
            }
            return authorities.stream()
                    .map(authority -> told.getOrDefault(authority, Classification.LOWEST.word()))
                    .toList();
        }
    }

    @GET
    @Operation(summary = "Whose events a partner may see, and how much of them")
    public Uni<Grants> get(@RestPath String partner) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select authority, clearance from partner_grant where partner = ?1", Object[].class)
                .setParameter(1, partner)
                .getResultList()
                .map(Grants::of)));
    }

    @PUT
    @Operation(summary = "Says whose events a partner may see, and how much of them, in place of what was said before")
    public Uni<Grants> put(@RestPath String partner, @NotNull @Valid Grants grants) {
        String levels = String.join(",", grants.levels());
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("delete from partner_grant where partner = ?1")
                                .setParameter(1, partner)
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery(GRANT)
                                        .setParameter(1, partner)
                                        .setParameter(2, String.join(",", grants.authorities()))
                                        .setParameter(3, levels)
                                        .executeUpdate())))
                .chain(() -> get(partner));
    }
}
