package org.regulus.notification.duty.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.time.Zones;
import org.regulus.notification.duty.DutyRule;
import org.regulus.notification.duty.Reminders;
import org.regulus.notification.duty.Reminders.Planned;

/** Keeps the reminders of each duty in step with it; see {@link CampaignPlans} for those of a whole campaign. */
@ApplicationScoped
class ReminderPlanning {

    static final String KIND = "reminder";
    private static final int CHUNK = 500;

    /** Those that ?3 is about, and those of which that was not noted; ?3 is the case when all are meant. */
    static final String CONCERNED = "(cast(?3 as uuid) = case_id or about in (cast(?3 as uuid), case_id))";

    private static final String OF_CASE =
            """
            select d.id, d.about, d.due_at, coalesce(array_to_string(p.days, ','), ''), p.campaign_id is not null
            from duty d left join reminder_plan p on p.campaign_id = d.campaign_id
            where d.case_id = ?1 and d.kind = ?2 and d.met_at is null
              and (cast(?3 as uuid) = d.case_id or d.about in (cast(?3 as uuid), d.case_id))""";

    private static final String WITHDRAW =
            """
            update reminder set state = 'withdrawn'
            where case_id = ?1 and kind = ?2 and state = 'planned' and not days = any(cast(string_to_array(?4, ',') as int[]))
              and %s""";

    /** Planned anew when the duty was moved, or when it had been withdrawn; one that was sent of the same date stays sent. */
    private static final String PLAN =
            """
            insert into reminder (case_id, kind, about, days, authority, operator_id, at, due_at)
            select d.case_id, d.kind, d.about, one.days, d.authority, d.operator_id, one.at, d.due_at
            from duty d, unnest(cast(string_to_array(?1, ',') as int[]), cast(string_to_array(?2, ',') as timestamptz[])) as one (days, at)
            where d.met_at is null and d.kind = ?3 and d.due_at = ?4 and %s
            on conflict (case_id, kind, about, days) do update set at = excluded.at, due_at = excluded.due_at, state = 'planned'
            where reminder.due_at <> excluded.due_at or reminder.state = 'withdrawn'
            returning id, case_id, at""";

    private static final String ONE = "d.id = ?5";
    static final String IN_CAMPAIGN = "d.campaign_id = ?5";

    private final Deadlines deadlines;

    ReminderPlanning(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * After duties of that kind were opened, moved or reopened.
     *
     * @param about see {@link #CONCERNED}
     */
    Uni<Void> plan(DutyRule rule, UUID caseId, UUID about, Instant at) {
        return Panache.getSession()
                .chain(session -> lockShared(session, caseId, rule)
                        .chain(() -> session.createNativeQuery(OF_CASE, Object[].class)
                                .setParameter(1, caseId)
                                .setParameter(2, rule.kind())
                                .setParameter(3, about)
                                .getResultList()))
                .chain(duties -> Multi.createFrom()
                        .iterable(duties)
                        .onItem()
                        .transformToUniAndConcatenate(duty -> plan(rule, caseId, at, duty))
                        .collect()
                        .last());
    }

    private Uni<Void> plan(DutyRule rule, UUID caseId, Instant at, Object[] duty) {
        Instant due = instant(duty[2]);
        boolean planned = rule.byCampaign() && (Boolean) duty[4];
        List<Planned> wanted =
                Reminders.of(due, planned ? days((String) duty[3]) : rule.distances(), at, Zones.REGULATOR);
        return withdraw("about = ?3", rule.kind(), caseId, (UUID) duty[1], wanted)
                .chain(() -> insert(ONE, (UUID) duty[0], rule.kind(), due, wanted));
    }

    /** Waits for a campaign whose plan is being entered at this moment. */
    private static Uni<Void> lockShared(Mutiny.Session session, UUID caseId, DutyRule rule) {
        return session.createNativeQuery(
                        """
                        select count(pg_advisory_xact_lock_shared(hashtext(cast(campaign_id as text))))
                        from duty where case_id = ?1 and kind = ?2""",
                        Long.class)
                .setParameter(1, caseId)
                .setParameter(2, rule.kind())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** @param about see {@link #CONCERNED} */
    Uni<Void> withdraw(String kind, UUID caseId, UUID about) {
        return withdraw(CONCERNED, kind, caseId, about, List.of());
    }

    private static Uni<Void> withdraw(String which, String kind, UUID caseId, UUID about, List<Planned> but) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WITHDRAW.formatted(which))
                .setParameter(1, caseId)
                .setParameter(2, kind)
                .setParameter(3, about)
                .setParameter(4, list(but.stream().map(Planned::days)))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @param where which duties of that kind that are due then: the condition takes {@code of} */
    Uni<Void> insert(String where, UUID of, String kind, Instant due, List<Planned> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PLAN.formatted(where), Object[].class)
                        .setParameter(1, list(wanted.stream().map(Planned::days)))
                        .setParameter(2, list(wanted.stream().map(Planned::at)))
                        .setParameter(3, kind)
                        .setParameter(4, due.atOffset(ZoneOffset.UTC))
                        .setParameter(5, of)
                        .getResultList())
                .chain(this::setDeadlines);
    }

    private Uni<Void> setDeadlines(List<Object[]> planned) {
        List<NewDeadline> all = planned.stream()
                .map(row -> new NewDeadline(KIND, (UUID) row[0], (UUID) row[1], instant(row[2])))
                .toList();
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(deadlines::setAll)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Integer> days(String list) {
        return Stream.of(list.split(","))
                .filter(day -> !day.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    static String list(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(","));
    }
}
