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

    private static final String OF_CASE =
            """
            select d.due_at, coalesce(array_to_string(p.days, ','), ''), p.campaign_id is not null
            from duty d left join reminder_plan p on p.campaign_id = d.campaign_id
            where d.case_id = ?1 and d.kind = ?2 and d.met_at is null""";

    private static final String WITHDRAW =
            """
            update reminder set state = 'withdrawn'
            where case_id = ?1 and kind = ?2 and state = 'planned' and not days = any(cast(string_to_array(?3, ',') as int[]))""";

    /** Planned anew when the duty was moved, or when it had been withdrawn; one that was sent of the same date stays sent. */
    private static final String PLAN =
            """
            insert into reminder (case_id, kind, days, authority, operator_id, at, due_at)
            select d.case_id, d.kind, one.days, d.authority, d.operator_id, one.at, d.due_at
            from duty d, unnest(cast(string_to_array(?1, ',') as int[]), cast(string_to_array(?2, ',') as timestamptz[])) as one (days, at)
            where d.met_at is null and d.kind = ?3 and d.due_at = ?4 and %s
            on conflict (case_id, kind, days) do update set at = excluded.at, due_at = excluded.due_at, state = 'planned'
            where reminder.due_at <> excluded.due_at or reminder.state = 'withdrawn'
            returning id, case_id, at""";

    private static final String IN_CASE = "d.case_id = ?5";
    static final String IN_CAMPAIGN = "d.campaign_id = ?5";

    private final Deadlines deadlines;

    ReminderPlanning(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** After the duty of that kind was opened, moved or reopened. */
    Uni<Void> plan(DutyRule rule, UUID caseId, Instant at) {
        return Panache.getSession()
                .chain(session -> lockShared(session, caseId, rule)
                        .chain(() -> session.createNativeQuery(OF_CASE, Object[].class)
                                .setParameter(1, caseId)
                                .setParameter(2, rule.kind())
                                .getSingleResultOrNull()))
                .chain(duty -> duty == null ? Uni.createFrom().voidItem() : plan(rule, caseId, at, duty));
    }

    private Uni<Void> plan(DutyRule rule, UUID caseId, Instant at, Object[] duty) {
        Instant due = instant(duty[0]);
        boolean planned = rule.byCampaign() && (Boolean) duty[2];
        List<Planned> wanted =
                Reminders.of(due, planned ? days((String) duty[1]) : rule.distances(), at, Zones.REGULATOR);
        return withdraw(rule.kind(), caseId, wanted).chain(() -> insert(IN_CASE, caseId, rule.kind(), due, wanted));
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

    Uni<Void> withdraw(String kind, UUID caseId) {
        return withdraw(kind, caseId, List.of());
    }

    private static Uni<Void> withdraw(String kind, UUID caseId, List<Planned> but) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WITHDRAW)
                .setParameter(1, caseId)
                .setParameter(2, kind)
                .setParameter(3, list(but.stream().map(Planned::days)))
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
