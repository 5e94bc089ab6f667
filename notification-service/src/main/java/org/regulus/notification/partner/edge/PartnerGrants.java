package org.regulus.notification.partner.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;

/** Whose events a partner may see: who said so, and when, is announced with each change. */
@ApplicationScoped
class PartnerGrants {

    static final String GRANTED = "regulus.notification.partner-granted.v1";

    private static final String KNOWN =
            "insert into partner_grant_version (partner, version) values (?1, 0) on conflict do nothing";

    /** From here on no other change counts until this one is through. */
    private static final String VERSION = "select version from partner_grant_version where partner = ?1 for update";

    private static final String CURRENT =
            "select authority, clearance from partner_grant where partner = ?1 order by authority";

    private static final String GRANT =
            """
            with told as (update partner_grant_version set version = version + 1 where partner = ?1)
            insert into partner_grant (partner, authority, clearance)
            select cast(?1 as text), one.authority, one.clearance
            from unnest(string_to_array(?2, ','), string_to_array(?3, ',')) as one(authority, clearance)""";

    private final Outbox outbox;
    private final InstantSource clock;

    PartnerGrants(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    record Grant(String authority, String clearance) {}

    record PartnerGranted(String partner, List<Grant> grants, String grantedBy, Instant grantedAt) {}

    Uni<List<Grant>> of(String partner) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> current(session, partner)));
    }

    /** @param wanted in the order of their authorities; what is so already changes nothing, and is not announced */
    Uni<Void> put(Actor admin, String partner, List<Grant> wanted) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> version(session, partner).chain(version -> current(session, partner)
                        .chain(current -> current.equals(wanted)
                                ? Uni.createFrom().voidItem()
                                : replace(session, partner, wanted)
                                        .chain(() -> outbox.append(granted(
                                                new PartnerGranted(partner, wanted, admin.subject(), clock.instant()),
                                                version + 1)))))));
    }

    private static Uni<Long> version(Mutiny.Session session, String partner) {
        return session.createNativeQuery(KNOWN)
                .setParameter(1, partner)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(VERSION, Long.class)
                        .setParameter(1, partner)
                        .getSingleResult());
    }

    private static Uni<List<Grant>> current(Mutiny.Session session, String partner) {
        return session.createNativeQuery(CURRENT, Object[].class)
                .setParameter(1, partner)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Grant((String) row[0], (String) row[1]))
                        .toList());
    }

    private static Uni<Integer> replace(Mutiny.Session session, String partner, List<Grant> wanted) {
        return session.createNativeQuery("delete from partner_grant where partner = ?1")
                .setParameter(1, partner)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(GRANT)
                        .setParameter(1, partner)
                        .setParameter(2, wanted.stream().map(Grant::authority).collect(Collectors.joining(",")))
                        .setParameter(3, wanted.stream().map(Grant::clearance).collect(Collectors.joining(",")))
                        .executeUpdate());
    }

    /** A partner is known by a text; its id follows from that. */
    static OutboxMessage granted(PartnerGranted data, long version) {
        UUID id = UUID.nameUUIDFromBytes(("partner " + data.partner()).getBytes(StandardCharsets.UTF_8));
        return new OutboxMessage(
                GRANTED,
                id,
                new AggregateVersion("partner", id, version),
                SubscriptionMessages.AUTHORITY,
                data.grantedAt(),
                data);
    }
}
