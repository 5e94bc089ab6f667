package org.regulus.notification.duty.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Era;
import org.regulus.common.time.Zones;
import org.regulus.notification.duty.DutyRule;

/** Follows the duties of each case in the transaction of the event's claim, and has their reminders planned. */
@ApplicationScoped
public class Duties {

    private static final String OPEN =
            """
            insert into duty (case_id, kind, about, authority, operator_id, campaign_id, due_at, fine)
            values (?1, ?2, ?7, ?3, ?4, ?5, ?6, ?8)
            on conflict (case_id, kind, about) do update set due_at = excluded.due_at, met_at = null, fine = excluded.fine""";

    private static final String THESE = " where case_id = ?1 and kind = ?2 and " + ReminderPlanning.CONCERNED;

    private static final String MOVE = "update duty set due_at = ?4" + THESE;

    private static final String MEET = "update duty set met_at = ?4" + THESE + " and met_at is null";

    /** Of a duty whose fine was not noted nothing is known but that all was taken back. */
    private static final String DROP = MEET + " and (?6 or fine = any(cast(string_to_array(?5, ',') as int[])))";

    private static final String REOPEN = "update duty set met_at = null" + THESE;

    private static final String NEXT =
            """
            update known_case set (next_due, next_due_at) = (
              select kind, due_at from duty where case_id = ?1 and met_at is null order by due_at limit 1)
            where id = ?1""";

    private final DutyRules rules;
    private final ReminderPlanning reminders;
    private final CampaignPlans plans;

    Duties(DutyRules rules, ReminderPlanning reminders, CampaignPlans plans) {
        this.rules = rules;
        this.reminders = reminders;
        this.plans = plans;
    }

    /** An event of no case. */
    public Uni<Void> hear(EventEnvelope event, JsonNode data) {
        return plans.hear(event, data);
    }

    /** An event of a case. */
    public Uni<Void> follow(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        List<Uni<Void>> steps = new ArrayList<>();
        for (DutyRule rule : rules.all()) {
            rule.step(event.type())
                    .filter(step -> operatorId != null && !rule.excepts(data::hasNonNull))
                    .ifPresent(step -> steps.add(take(rule, step, new About(event, caseId, operatorId, data))));
        }
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .last()
                .chain(() -> steps.isEmpty() ? Uni.createFrom().voidItem() : next(caseId));
    }

    /** The case's list shows what is due first. */
    private static Uni<Void> next(UUID caseId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NEXT)
                .setParameter(1, caseId)
                .executeUpdate()
                .replaceWithVoid());
    }

    private record About(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        UUID campaignId() {
            return id(data.path("campaignId"), null);
        }

        /** The case itself when the event does not say more: then it is about all duties of that kind. */
        UUID about(DutyRule rule) {
            return rule.by() == null ? caseId : id(data.path(rule.by()), caseId);
        }

        private static UUID id(JsonNode value, UUID otherwise) {
            try {
                return value.isTextual() ? UUID.fromString(value.asText()) : otherwise;
            } catch (IllegalArgumentException noId) {
                throw Refusal.malformed("event.unreadable", "An id cannot be read: " + noId.getMessage());
            }
        }
    }

    private Uni<Void> take(DutyRule rule, DutyRule.Step step, About about) {
        Instant at = about.event().time();
        UUID caseId = about.caseId();
        UUID thing = about.about(rule);
        return switch (step) {
            case OPENED -> due(rule, about)
                    .map(due -> open(rule, about, due).chain(() -> reminders.plan(rule, caseId, thing, at)))
                    .orElseGet(() -> Uni.createFrom().voidItem());
            case MOVED -> due(rule, about)
                    .map(due -> change(MOVE, rule, about, due).chain(() -> reminders.plan(rule, caseId, thing, at)))
                    .orElseGet(() -> Uni.createFrom().voidItem());
            case MET -> change(MEET, rule, about, at).chain(() -> reminders.withdraw(rule.kind(), caseId, thing));
            case REDUCED -> drop(rule, about)
                    .chain(dropped -> dropped == 0
                            ? Uni.createFrom().voidItem()
                            : reminders.withdraw(rule.kind(), caseId, thing));
            case REOPENED -> change(REOPEN, rule, about, null).chain(() -> reminders.plan(rule, caseId, thing, at));
        };
    }

    private static Uni<Void> open(DutyRule rule, About about, Instant due) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN)
                .setParameter(1, about.caseId())
                .setParameter(2, rule.kind())
                .setParameter(3, about.event().authority())
                .setParameter(4, about.operatorId())
                .setParameter(5, new TypedParameterValue<>(StandardBasicTypes.UUID, about.campaignId()))
                .setParameter(6, due.atOffset(ZoneOffset.UTC))
                .setParameter(7, about.about(rule))
                .setParameter(8, new TypedParameterValue<>(StandardBasicTypes.INTEGER, Fines.own(about.data())))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @return how many are no duties any more */
    private static Uni<Integer> drop(DutyRule rule, About about) {
        JsonNode changed = about.data().path(rule.reduced().get(about.event().type()));
        return Panache.getSession().chain(session -> session.createNativeQuery(DROP)
                .setParameter(1, about.caseId())
                .setParameter(2, rule.kind())
                .setParameter(3, about.about(rule))
                .setParameter(4, about.event().time().atOffset(ZoneOffset.UTC))
                .setParameter(5, Fines.gone(changed))
                .setParameter(6, about.data().path("outcome").asText().equals("revoked"))
                .executeUpdate());
    }

    private static Uni<Void> change(String sql, DutyRule rule, About about, Instant at) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql)
                    .setParameter(1, about.caseId())
                    .setParameter(2, rule.kind())
                    .setParameter(3, about.about(rule));
            return (at == null ? query : query.setParameter(4, at.atOffset(ZoneOffset.UTC)))
                    .executeUpdate()
                    .replaceWithVoid();
        });
    }

    /** The earliest, where the field stands more than once, as in the items of an order. A day ends at its midnight. */
    private static Optional<Instant> due(DutyRule rule, About about) {
        try {
            return about.data().findValuesAsText(rule.dueField(about.event().type())).stream()
                    .filter(text -> !text.equals("null"))
                    .map(text -> text.length() == "2019-07-15".length()
                            ? Zones.endOf(LocalDate.parse(text))
                            : Era.kept(Instant.parse(text)))
                    .min(Instant::compareTo);
        } catch (DateTimeException noTime) {
            throw Refusal.malformed("event.unreadable", "A due date cannot be read: " + noTime.getMessage());
        }
    }
}
