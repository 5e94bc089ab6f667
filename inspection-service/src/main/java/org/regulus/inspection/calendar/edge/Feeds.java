package org.regulus.inspection.calendar.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.calendar.ICalendar;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Makes, reads and revokes calendar feeds. */
@ApplicationScoped
class Feeds {

    private static final int FEEDS_MAX = 5;
    private static final int TOKEN_BYTES = 32;
    private static final int ENTRIES_MAX = 500;
    private static final Duration BACK = Duration.ofDays(90);

    private final InstantSource clock;
    private final IdSource ids;
    private final SecureRandom random = new SecureRandom();

    Feeds(InstantSource clock, IdSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** @param token known to nobody else, and not kept */
    record Made(FeedRow row, String token) {}

    @WithTransaction
    Uni<Made> make(Actor actor, UUID inspector) {
        return owned(actor, inspector).chain(owner -> live(inspector).chain(present -> {
            if (present.size() >= FEEDS_MAX) {
                throw Refusal.conflict(
                        "calendar.too-many-feeds", "An inspector has at most %d feeds".formatted(FEEDS_MAX));
            }
            Made made = made(owner);
            return Panache.getSession()
                    .chain(session -> session.persist(made.row()))
                    .replaceWith(made);
        }));
    }

    private Made made(InspectorRow owner) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        FeedRow row = new FeedRow();
        row.id = ids.next();
        row.authority = owner.authority;
        row.inspectorId = owner.id;
        row.tokenDigest = Draw.digest(token);
        row.madeAt = clock.instant();
        return new Made(row, token);
    }

    /** An inspector has feeds of the own calendar only, and learns of no other's. */
    private static Uni<InspectorRow> owned(Actor actor, UUID inspector) {
        return Rows.of(InspectorRow.class, actor)
                .and("account = :account", "account", actor.has(Roles.CAMPAIGN_MANAGER) ? null : actor.subject())
                .one(inspector, "inspector.unknown");
    }

    private static Uni<List<FeedRow>> live(UUID inspector) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from FeedRow where inspectorId = :of and revokedAt is null order by id", FeedRow.class)
                .setParameter("of", inspector)
                .setMaxResults(FEEDS_MAX)
                .getResultList());
    }

    Uni<List<FeedRow>> of(Actor actor, UUID inspector) {
        return Panache.withSession(() -> owned(actor, inspector).chain(owner -> live(inspector)));
    }

    @WithTransaction
    Uni<Void> revoke(Actor actor, UUID inspector, UUID id) {
        return owned(actor, inspector)
                .chain(owner -> Rows.of(FeedRow.class, actor)
                        .and("inspectorId = :of", "of", inspector)
                        .one(id, "calendar.unknown"))
                .invoke(row -> row.revokedAt = row.revokedAt == null ? clock.instant() : row.revokedAt)
                .replaceWithVoid();
    }

    Uni<String> read(String token) {
        Instant now = clock.instant();
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from FeedRow where tokenDigest = :digest and revokedAt is null", FeedRow.class)
                        .setParameter("digest", Draw.digest(token))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("calendar.unknown", "There is no such calendar"))
                .chain(feed -> entries(feed.inspectorId, now.minus(BACK)))
                .map(entries -> ICalendar.of(entries, now)));
    }

    private static Uni<List<ICalendar.Entry>> entries(UUID inspector, Instant since) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select v.id, v.announced, v.starts_at, v.ends_at, i.case_number, v.place
                        from engagement e join interview v on v.id = e.interview_id join inspection i on i.id = v.inspection_id
                        where e.inspector_id = ?1 and v.ends_at > cast(cast(?2 as text) as timestamptz)
                        order by v.starts_at limit ?3""",
                        Object[].class)
                .setParameter(1, inspector)
                .setParameter(2, since.toString())
                .setParameter(3, ENTRIES_MAX)
                .getResultList()
                .map(rows -> rows.stream().map(Feeds::entry).toList()));
    }

    private static ICalendar.Entry entry(Object[] row) {
        return new ICalendar.Entry(
                (UUID) row[0],
                ((Number) row[1]).longValue() - 1,
                new Slot(instant(row[2]), instant(row[3])),
                "On-site interview " + row[4],
                (String) row[5]);
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
