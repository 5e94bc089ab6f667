package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.time.Zones;
import org.regulus.inspection.draw.FrameRules;

/**
 * The cases of a campaign that filed and were neither inspected nor closed, with what the frame's rules ask about them. They come through a
 * cursor: in the order of their ids, all as they were at the instant at which it was opened. Frames are public: an inspection for cause of
 * which its operator was not told yet changes nothing in them, or whoever does not find its case would know.
 */
@ApplicationScoped
class Candidates {

    /** Inspections that everybody may know of. */
    static final String PUBLIC = "i.state <> 'replaced' and (i.told or i.cause = 'drawn' or i.also_drawn)";

    /** In the caller's transaction, once. Inspections are counted by the instant of their opening, those of this authority only. */
    Uni<Void> open(String authority, UUID campaignId, FrameRules rules, Instant now) {
        ZonedDateTime today = now.atZone(Zones.REGULATOR);
        int months = rules.noRepeatMonths() == null ? 0 : rules.noRepeatMonths();
        Instant year = today.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).toInstant();
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        declare candidates no scroll cursor for
                        select cast(c.id as text), c.province, c.licence_class, array_to_string(c.system_kinds, '+'),
                               coalesce(c.risk_score, 0),
                               (select count(*) from inspection i where i.authority = c.authority and i.operator_id = c.operator_id
                                  and %1$s and i.opened_at > cast(cast(?3 as text) as timestamptz)),
                               (select count(*) from inspection i where i.authority = c.authority and i.operator_id = c.operator_id
                                  and %1$s and i.opened_at >= cast(cast(?4 as text) as timestamptz)),
                               c.credit_class, c.operator_id
                        from known_case c
                        where c.campaign_id = ?1 and c.authority = ?2 and c.filing in ('submitted', 'accepted')
                          and not c.closed
                          and not (c.inspected and exists (select 1 from inspection i where i.case_id = c.id and %1$s))
                        order by c.id"""
                                .formatted(PUBLIC))
                .setParameter(1, campaignId)
                .setParameter(2, authority)
                .setParameter(3, today.minusMonths(months).toInstant().toString())
                .setParameter(4, year.toString())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @return of these cases those that everybody may know to be inspected, by their ids */
    static Uni<Set<String>> inspected(Collection<String> cases) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select distinct cast(i.case_id as text) from inspection i where i.case_id = any(cast(string_to_array(?1, ',') as uuid[])) and "
                                + PUBLIC,
                        String.class)
                .setParameter(1, String.join(",", cases))
                .getResultList()
                .map(Set::copyOf));
    }

    /** @return the next ones, none when there are no more */
    Uni<List<FrameRules.Candidate>> next(int most) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "fetch forward %d from candidates".formatted(most), Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(Candidates::candidate).toList()));
    }

    private static FrameRules.Candidate candidate(Object[] row) {
        String kinds = (String) row[3];
        return new FrameRules.Candidate(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                kinds.isEmpty() ? List.of() : List.of(kinds.split("\\+")),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue(),
                (String) row[7],
                (UUID) row[8]);
    }
}
