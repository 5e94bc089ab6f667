package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.campaign.Campaign;
import org.regulus.filing.campaign.CampaignEvent;
import org.regulus.filing.casefile.edge.Cases;
import org.regulus.filing.casefile.edge.News;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.registry.edge.AuthorityZones;
import org.regulus.filing.registry.edge.Register;

/** Drafts, publishes, closes and completes campaigns. */
@ApplicationScoped
class Campaigns {

    static final String FILING_WINDOW = "campaign-filing-window";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final Questionnaires json;
    private final Register register;
    private final Cases cases;
    private final News news;
    private final int maxCases;

    Campaigns(
            InstantSource clock,
            IdSource ids,
            Outbox outbox,
            Deadlines deadlines,
            Questionnaires json,
            Register register,
            Cases cases,
            News news,
            @ConfigProperty(name = "regulus.campaign.max-cases") int maxCases) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.json = json;
        this.register = register;
        this.cases = cases;
        this.news = news;
        this.maxCases = maxCases;
    }

    Uni<UUID> draft(Actor officer, CampaignContent content) {
        CampaignRow row = new CampaignRow();
        row.id = ids.next();
        row.authority = officer.requireAuthority();
        row.take(Campaign.draft(row.id));
        return AuthorityZones.of(row.authority)
                .invoke(zone -> fill(row, content.checked(), zone))
                .call(() -> codeIsFree(row))
                .call(() -> Panache.getSession().chain(session -> session.persist(row)))
                .call(() -> flushed(row))
                .replaceWith(row.id);
    }

    @WithTransaction
    Uni<CampaignRow> revise(Actor officer, UUID id, long seen, CampaignContent content) {
        return get(officer, id, seen)
                .invoke(row -> row.campaign().revise())
                .call(row -> AuthorityZones.of(row.authority).invoke(zone -> fill(row, content.checked(), zone)))
                .call(this::codeIsFree)
                .call(Campaigns::flushed);
    }

    /** Another questionnaire for a draft. */
    @WithTransaction
    Uni<CampaignRow> ask(Actor officer, UUID id, long seen, Questionnaire questionnaire) {
        List<Refusal.Flaw> flaws = CampaignContent.flaws(questionnaire);
        if (!flaws.isEmpty()) {
            throw Refusal.invalid(
                    "campaign.questionnaire", "The questionnaire has %d flaw(s)".formatted(flaws.size()), flaws);
        }
        return get(officer, id, seen)
                .invoke(row -> row.campaign().revise())
                .invoke(row -> row.questionnaire = json.write(questionnaire))
                .call(Campaigns::flushed);
    }

    /** Two officers may take the same code at the same time; the database lets one of them. */
    private static Uni<Void> flushed(CampaignRow row) {
        return Rows.flush().onFailure(ConstraintViolationException.class).transform(taken -> codeTaken(row));
    }

    private static Refusal codeTaken(CampaignRow row) {
        return Refusal.conflict("campaign.code-taken", "There is a campaign " + row.code);
    }

    /** Whom the campaign would be about if it were published now. */
    @WithSession
    Uni<Register.ScopeCounts> preview(Actor officer, UUID id) {
        return Rows.of(CampaignRow.class, officer).one(id, "campaign.unknown").chain(row -> {
            CampaignContent.ScopeOf scope = json.read(row.scope, CampaignContent.ScopeOf.class);
            return register.count(row.authority, scope.provinces(), scope.licenceClasses(), scope.systemKinds());
        });
    }

    /** Opens a case for every operator in scope, with its deadline, all in one transaction. */
    @WithTransaction
    Uni<CampaignRow> publish(Actor officer, UUID id, long seen) {
        Instant now = clock.instant();
        return get(officer, id, seen).call(row -> {
            CampaignContent.ScopeOf scope = json.read(row.scope, CampaignContent.ScopeOf.class);
            return register.inScope(
                            row.authority, scope.provinces(), scope.licenceClasses(), scope.systemKinds(), maxCases + 1)
                    .chain(operators -> {
                        if (operators.size() > maxCases) {
                            throw Refusal.tooLarge(
                                    "campaign.too-many-cases",
                                    "More than %d operators are in scope".formatted(maxCases));
                        }
                        return save(row, row.campaign().publish(operators.size(), row.filingDueAt, now))
                                .chain(() -> version(row, null, now, officer))
                                .chain(() -> cases.openForCampaign(
                                        row.authority, row.id, row.code, operators, row.filingDueAt, now))
                                .chain(() ->
                                        deadlines.set(new NewDeadline(FILING_WINDOW, row.id, row.id, row.filingDueAt)));
                    });
        });
    }

    /** The filing window is over. Called by the deadline, in its transaction. */
    Uni<Void> closeFiling(UUID id) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.find(CampaignRow.class, id))
                .chain(row -> row.campaign().state() != Campaign.State.PUBLISHED
                        ? Uni.createFrom().voidItem()
                        : filed(id).chain(counts -> save(row, row.campaign().closeFiling(counts[0], counts[1], now))));
    }

    /** Closes cases because nothing was heard of them, and so only when all there was to hear is heard. */
    @WithTransaction
    Uni<CampaignRow> complete(Actor officer, UUID id, long seen) {
        Instant now = clock.instant();
        return get(officer, id, seen)
                .call(row -> row.campaign().state() == Campaign.State.FILING_CLOSED
                        ? news.heard().chain(() -> cases.closeUnchecked(id, now))
                        : Uni.createFrom().voidItem())
                .call(row -> states(id)
                        .chain(states -> save(row, row.campaign().complete(open(states), closed(states), now))));
    }

    /** Keeps what it says from now on. */
    static Uni<Void> version(CampaignRow row, String reason, Instant at, Actor officer) {
        return Panache.getSession()
                .chain(session -> session.persist(CampaignVersionRow.of(row, reason, at, officer.subject())));
    }

    Uni<Void> save(CampaignRow row, Campaign.Change<? extends CampaignEvent> change) {
        row.take(change.campaign());
        return Rows.flush().chain(() -> outbox.append(CampaignMessages.of(row, change)));
    }

    static Uni<CampaignRow> get(Actor officer, UUID id, long seen) {
        return Rows.of(CampaignRow.class, officer)
                .one(id, "campaign.unknown")
                .invoke(row -> ETags.check(seen, row.version));
    }

    private void fill(CampaignRow row, CampaignContent content, ZoneId zone) {
        row.code = "%s-%d-%s".formatted(row.authority, content.filingDueOn().getYear(), content.code());
        row.titleZh = content.titles().zh();
        row.titleEn = content.titles().en();
        row.ruleSet = content.ruleSet();
        row.legalBasis = content.legalBasis();
        row.scope = json.write(content.scope());
        row.questionnaire = json.write(content.questionnaire());
        row.filingOpensAt = content.opensAt(zone);
        row.filingDueAt = content.dueAt(zone);
        row.reminders = content.reminderDays();
        row.latePolicy = content.latePolicyOrUsual();
    }

    private Uni<Void> codeIsFree(CampaignRow row) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from campaign where authority = ?1 and code = ?2 and id <> ?3", Long.class)
                .setParameter(1, row.authority)
                .setParameter(2, row.code)
                .setParameter(3, row.id)
                .getSingleResult()
                .invoke(count -> {
                    if (count > 0) {
                        throw codeTaken(row);
                    }
                })
                .replaceWithVoid());
    }

    /** Cases with a submission, and those without whose own deadline has come: some have more time, some wait for a decision on it. */
    private static Uni<int[]> filed(UUID campaignId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select count(*) filter (where coalesce(f.state, 'draft') not in ('draft', 'withdrawn')),
                               count(*) filter (where coalesce(f.state, 'draft') in ('draft', 'withdrawn')
                                 and c.filing_due_at <= g.filing_due_at
                                 and not exists (select 1 from extension e where e.case_id = c.id and e.state = 'requested'))
                        from case_file c join campaign g on g.id = c.campaign_id left join filing f on f.case_id = c.id
                        where c.campaign_id = ?1""",
                        Object[].class)
                .setParameter(1, campaignId)
                .getSingleResult()
                .map(row -> new int[] {((Number) row[0]).intValue(), ((Number) row[1]).intValue()}));
    }

    record StateCount(String state, String outcome, int cases) {}

    /** How many cases stand where: what the campaign's page shows, and what completing it asks. */
    Uni<List<StateCount>> states(UUID campaignId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select case when c.state = 'closed' then 'closed'
                                    when c.progress <> 'none' then c.progress
                                    when c.state = 'overdue' then 'overdue'
                                    when f.state is null or f.state in ('draft', 'withdrawn') then 'open'
                                    else f.state end, c.outcome, count(*)
                        from case_file c left join filing f on f.case_id = c.id
                        where c.campaign_id = ?1 group by 1, 2 order by 1, 2""",
                        Object[].class)
                .setParameter(1, campaignId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new StateCount((String) row[0], (String) row[1], ((Number) row[2]).intValue()))
                        .toList()));
    }

    private static SortedMap<String, Integer> open(List<StateCount> states) {
        return states.stream()
                .filter(count -> !count.state().equals("closed"))
                .collect(Collectors.toMap(StateCount::state, StateCount::cases, Integer::sum, TreeMap::new));
    }

    private static int closed(List<StateCount> states) {
        return states.stream()
                .filter(count -> count.state().equals("closed"))
                .mapToInt(StateCount::cases)
                .sum();
    }
}
