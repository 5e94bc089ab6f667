package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import org.regulus.common.problem.Refusal;

/** In which zone an authority's days begin and end. */
public final class AuthorityZones {

    private AuthorityZones() {}

    /** @throws Refusal CONFLICT {@code authority.unknown} */
    public static Uni<ZoneId> of(String authority) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select zone from authority where code = ?1", String.class)
                        .setParameter(1, authority)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.conflict(
                                "authority.unknown", "Authority %s is not set up".formatted(authority)))
                        .map(ZoneId::of));
    }
}
