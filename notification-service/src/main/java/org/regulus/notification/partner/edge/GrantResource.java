package org.regulus.notification.partner.edge;

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
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.edge.PartnerGrants.Grant;

/** Which authorities' events a partner, known by its token's subject, may see: granted one by one, none before that. */
@Path("/partners/{partner}/grants")
@RolesAllowed(Roles.PLATFORM_ADMIN)
class GrantResource {

    private static final int AUTHORITIES_MAX = 100;

    private final PartnerGrants grants;
    private final CurrentActor actor;

    GrantResource(PartnerGrants grants, CurrentActor actor) {
        this.grants = grants;
        this.actor = actor;
    }

    /** @param clearances how much is told of whose events: the lowest, unless it is said here */
    record Grants(
            @NotNull @Size(max = AUTHORITIES_MAX) List<@NotNull @Pattern(regexp = "[A-Z]{2,10}") String> authorities,
            @Size(max = AUTHORITIES_MAX)
                    Map<String, @NotNull @Pattern(regexp = Classification.WORDS) String> clearances) {

        static Grants of(List<Grant> granted) {
            Map<String, String> clearances = new TreeMap<>();
            granted.forEach(one -> clearances.put(one.authority(), one.clearance()));
            return new Grants(List.copyOf(clearances.keySet()), clearances);
        }

        /** @throws Refusal INVALID {@code grant.not-granted}: a clearance for events that are not granted */
        List<Grant> wanted() {
            Map<String, String> told = clearances == null ? Map.of() : clearances;
            List<Refusal.Flaw> flaws = told.keySet().stream()
                    .filter(authority -> !authorities.contains(authority))
                    .map(authority -> new Refusal.Flaw("/clearances/" + authority, "grant.not-granted", "Not granted"))
                    .toList();
            if (!flaws.isEmpty()) {
                throw Refusal.invalid("grant.not-granted", "Give clearances for what is granted", flaws);
            }
            return authorities.stream()
                    .distinct()
                    .sorted()
                    .map(authority -> new Grant(authority, told.getOrDefault(authority, Classification.LOWEST.word())))
                    .toList();
        }
    }

    @GET
    @Operation(summary = "Whose events a partner may see, and how much of them")
    public Uni<Grants> get(@RestPath String partner) {
        return grants.of(partner).map(Grants::of);
    }

    @PUT
    @Operation(summary = "Says whose events a partner may see, and how much of them, in place of what was said before")
    public Uni<Grants> put(@RestPath String partner, @NotNull @Valid Grants wanted) {
        return grants.put(actor.get(), partner, wanted.wanted()).chain(() -> get(partner));
    }
}
