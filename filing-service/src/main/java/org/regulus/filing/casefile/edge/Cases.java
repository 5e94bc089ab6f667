package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.LockMode;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.casefile.CaseEvent;
import org.regulus.filing.casefile.CaseFile;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.CaseProgress;
import org.regulus.filing.registry.edge.Register.InScope;

/** Opens, advances and closes cases; each in the caller's transaction or in one of its own. */
@ApplicationScoped
public class Cases {

    static final String FILING_DUE = "filing-due";
    static final String FOR_CAMPAIGN = "campaign";
    static final Set<String> NOTHING_FILED = Set.of("draft", "withdrawn");
    static final String FOR_RISK = "risk";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Deadlines deadlines;

    Cases(InstantSource clock, IdSource ids, Outbox outbox, Deadlines deadlines) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.deadlines = deadlines;
    }

    /** A case for each operator, numbered {@code prefix-000001} on, with its filing deadline. */
    public Uni<Void> openForCampaign(
            String authority, UUID campaignId, String prefix, List<InScope> operators, Instant dueAt, Instant now) {
        return numbers(prefix, operators.size()).chain(first -> {
            List<CaseRow> rows = new ArrayList<>(operators.size());
            for (InScope operator : operators) {
                rows.add(row(authority, campaignId, prefix, first + rows.size(), operator, FOR_CAMPAIGN, dueAt));
            }
            return openAll(rows, now)
                    .chain(() -> deadlines.setAll(rows.stream()
                            .map(row -> new NewDeadline(FILING_DUE, row.id, row.id, dueAt))
                            .toList()));
        });
    }

    /** One more case of a campaign; it answers the campaign as it stands corrected. */
    public Uni<UUID> openLate(
            String authority,
            UUID campaignId,
            String prefix,
            int correction,
            InScope operator,
            Instant dueAt,
            Instant now) {
        return numbers(prefix, 1).chain(number -> {
            CaseRow row = row(authority, campaignId, prefix, number, operator, FOR_CAMPAIGN, dueAt);
            row.correction = correction;
            return openAll(List.of(row), now)
                    .chain(() -> deadlines.set(new NewDeadline(FILING_DUE, row.id, row.id, dueAt)))
                    .replaceWith(row.id);
        });
    }

    public Uni<CaseRow> openForRisk(String authority, InScope operator, Instant now) {
        String prefix = "%s-%d-RISK"
                .formatted(
                        authority,
                        now.atZone(org.regulus.common.time.Zones.REGULATOR).getYear());
        return numbers(prefix, 1).chain(number -> {
            CaseRow row = row(authority, null, prefix, number, operator, FOR_RISK, null);
            return openAll(List.of(row), now).replaceWith(row);
        });
    }

    private Uni<Void> openAll(List<CaseRow> rows, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>(rows.size());
        for (CaseRow row : rows) {
            CaseFile.Change<CaseEvent.CaseOpened> opened = CaseFile.open(row.id, now);
            row.openedAt = now;
            row.take(opened.caseFile());
            messages.add(CaseMessages.of(row, opened));
        }
        return Panache.getSession()
                .chain(session -> session.persistAll(rows.toArray()))
                .chain(() -> outbox.appendAll(messages));
    }

    private CaseRow row(
            String authority,
            UUID campaignId,
            String prefix,
            long number,
            InScope operator,
            String openedFor,
            Instant dueAt) {
        CaseRow row = new CaseRow();
        row.id = ids.next();
        row.authority = authority;
        row.operatorId = operator.operatorId();
        row.campaignId = campaignId;
        row.caseNumber = "%s-%06d".formatted(prefix, number);
        row.openedFor = openedFor;
        row.province = operator.province();
        row.licenceClass = operator.licenceClass();
        row.systemKinds = operator.systemKinds();
        row.creditClass = operator.creditClass();
        row.filingDueAt = dueAt;
        return row;
    }

    /** Takes {@code count} numbers; the counter stays locked until commit, so that there are no gaps. */
    private static Uni<Long> numbers(String prefix, int count) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        insert into case_counter (prefix, last) values (?1, ?2)
                        on conflict (prefix) do update set last = case_counter.last + ?2
                        returning last - ?2 + 1""",
                        Long.class)
                .setParameter(1, prefix)
                .setParameter(2, (long) count)
                .getSingleResult());
    }

    /**
     * The deadline has come: without any submission the case is overdue from now on, unless more time was asked for and nobody has
     * decided yet. Told again, it stays as it is.
     */
    Uni<Void> fallOverdue(UUID caseId, Instant dueAt) {
        return locked(caseId).chain(row -> Extensions.pending(caseId)
                .chain(pending -> pending ? Uni.createFrom().voidItem() : fallOverdue(row, dueAt)));
    }

    /** @param row locked */
    Uni<Void> fallOverdue(CaseRow row, Instant dueAt) {
        return submitted(row.id)
                .chain(submitted -> submitted || !row.isOpen()
                        ? Uni.createFrom().voidItem()
                        : save(row, row.caseFile().fallOverdue(dueAt, clock.instant())));
    }

    /** Locks the filing: a submission that came in time and is being written at this moment is waited for. */
    private static Uni<Boolean> submitted(UUID caseId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select state from filing where case_id = ?1 for update", String.class)
                .setParameter(1, caseId)
                .getSingleResultOrNull()
                .map(state -> state != null && !NOTHING_FILED.contains(state)));
    }

    /** The proceeding was given up, or its decision taken back; its order stands, and may yet be reported on and verified. */
    @WithTransaction
    Uni<Void> leavePenalty(UUID caseId) {
        return locked(caseId)
                .invoke(row -> row.progress = row.isClosed()
                        ? row.progress
                        : row.progress().withoutPenalty().word())
                .chain(Rows::flush);
    }

    /** Its inspection was given to another case. Told again, it stays as it is. */
    @WithTransaction
    Uni<Void> leaveInspection(UUID caseId) {
        return locked(caseId)
                .invoke(row -> row.progress = row.isClosed()
                        ? row.progress
                        : row.progress().withoutInspection().word())
                .invoke(row -> row.inspectionTold = false)
                .chain(Rows::flush);
    }

    /** The operator was told of the inspection that is open. Told again, it stays as it is. */
    @WithTransaction
    Uni<Void> tellInspection(UUID caseId) {
        return locked(caseId).invoke(row -> row.inspectionTold = true).chain(Rows::flush);
    }

    /** What another service did brings the case forward; only a proceeding or an inspection that is given up takes it back. */
    @WithTransaction
    Uni<Void> advance(UUID caseId, CaseProgress reached) {
        return locked(caseId)
                .invoke(row -> row.progress = row.isClosed()
                        ? row.progress
                        : row.progress().atLeast(reached).word())
                .chain(Rows::flush);
    }

    /** Closes the case unless it is closed already or the condition does not hold. */
    @WithTransaction
    public Uni<Void> close(UUID caseId, CaseOutcome outcome, Predicate<CaseRow> condition) {
        return locked(caseId)
                .chain(row -> row.isClosed() || !condition.test(row)
                        ? Uni.createFrom().voidItem()
                        : save(row, row.caseFile().close(outcome, clock.instant())));
    }

    /** Closes what was accepted and never drawn, and has no risk report that waits or calls for an inspection; answers how many. */
    public Uni<Integer> closeUnchecked(UUID campaignId, Instant now) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        """
                        from CaseRow c where c.campaignId = :campaign and c.state = 'open' and c.progress = 'none'
                          and exists (select 1 from FilingRow f where f.caseId = c.id and f.state = 'accepted')
                          and not exists (select 1 from RiskRow r where r.caseId = c.id and r.outcome <> 'no-action')""",
                        CaseRow.class)
                .setParameter("campaign", campaignId)
                .getResultList()
                .chain(rows -> {
                    List<OutboxMessage> messages = new ArrayList<>(rows.size());
                    for (CaseRow row : rows) {
                        CaseFile.Change<CaseEvent.CaseClosed> closed =
                                row.caseFile().close(CaseOutcome.NO_CHECK, now);
                        row.take(closed.caseFile());
                        messages.add(CaseMessages.of(row, closed));
                    }
                    return outbox.appendAll(messages).chain(Rows::flush).replaceWith(rows.size());
                }));
    }

    Uni<Void> save(CaseRow row, CaseFile.Change<? extends CaseEvent> change) {
        row.take(change.caseFile());
        return outbox.append(CaseMessages.of(row, change)).chain(Rows::flush);
    }

    /** The asker's case, locked: what it decides by the clock cannot cross with the deadline. */
    public static Uni<CaseRow> locked(Actor actor, UUID caseId) {
        return Rows.of(CaseRow.class, actor).locked().one(caseId, "case.unknown");
    }

    private static Uni<CaseRow> locked(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.find(CaseRow.class, caseId, LockMode.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("case.unknown", "There is no case " + caseId));
    }
}
