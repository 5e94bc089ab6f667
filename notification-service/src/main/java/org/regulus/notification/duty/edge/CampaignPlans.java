package org.regulus.notification.duty.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.time.Zones;
import org.regulus.notification.duty.Reminders;
import org.regulus.notification.duty.Reminders.Planned;

/**
 * On which days a campaign's operators are reminded. A campaign's plan and its cases come in any order: whoever comes second plans, and a lock
 * on the campaign lets neither miss the other.
 */
@ApplicationScoped
class CampaignPlans {

    private static final String PUBLISHED = "regulus.filing.campaign-published.v1";

    private final ReminderPlanning reminders;
    private final DutyRules rules;

    CampaignPlans(ReminderPlanning reminders, DutyRules rules) {
        this.reminders = reminders;
        this.rules = rules;
    }

    /** The event that published a campaign: its cases' duties may be known already. */
    Uni<Void> hear(EventEnvelope event, JsonNode data) {
        if (!event.type().equals(PUBLISHED) || !data.path("reminders").isArray()) {
            return Uni.createFrom().voidItem();
        }
        UUID campaign = event.subject();
        List<Integer> days = new ArrayList<>();
        data.path("reminders").forEach(day -> days.add(day.asInt()));
        return Panache.getSession()
                .chain(session -> keep(session, campaign, days).chain(() -> session.createNativeQuery(
                                """
                                        select distinct kind, due_at from duty where campaign_id = ?1 and met_at is null""",
                                Object[].class)
                        .setParameter(1, campaign)
                        .getResultList()))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                one -> anew(campaign, (String) one[0], ReminderPlanning.instant(one[1]), days, event))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> anew(UUID campaign, String kind, Instant due, List<Integer> days, EventEnvelope event) {
        if (!rules.byCampaign(kind)) {
            return Uni.createFrom().voidItem();
        }
        List<Planned> wanted = Reminders.of(due, days, event.time(), Zones.REGULATOR);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                """
                                update reminder r set state = 'withdrawn' from duty d
                                where d.campaign_id = ?1 and d.due_at = ?4 and d.case_id = r.case_id and d.kind = r.kind and d.about = r.about
                                  and r.kind = ?2
                                  and r.state = 'planned' and not r.days = any(cast(string_to_array(?3, ',') as int[]))""")
                        .setParameter(1, campaign)
                        .setParameter(2, kind)
                        .setParameter(3, ReminderPlanning.list(wanted.stream().map(Planned::days)))
                        .setParameter(4, due.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .chain(() -> reminders.insert(ReminderPlanning.IN_CAMPAIGN, campaign, kind, due, wanted));
    }

    private static Uni<Void> keep(Mutiny.Session session, UUID campaign, List<Integer> days) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext(cast(?1 as text)))) as locked",
                        Integer.class)
                .setParameter(1, campaign.toString())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                """
                                insert into reminder_plan (campaign_id, days) values (?1, cast(string_to_array(?2, ',') as int[]))
                                on conflict (campaign_id) do update set days = excluded.days""")
                        .setParameter(1, campaign)
                        .setParameter(2, ReminderPlanning.list(days.stream()))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
