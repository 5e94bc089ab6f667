package org.regulus.filing.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.CaseEvent;
import org.regulus.filing.casefile.CaseFile;

/** Brings the correction of a campaign to each of its open cases. */
@ApplicationScoped
public class CorrectedCases {

    private final Outbox outbox;
    private final Deadlines deadlines;

    CorrectedCases(Outbox outbox, Deadlines deadlines) {
        this.outbox = outbox;
        this.deadlines = deadlines;
    }

    /**
     * In the caller's transaction. Who had been given more time than the new deadline keeps it. The deadlines' rows come before the cases',
     * as the sweep takes them.
     */
    public Uni<Void> correct(UUID campaignId, int correction, Instant dueAt, Instant now) {
        return earlier(campaignId, dueAt)
                .chain(ids -> deadlines.setAll(ids.stream()
                        .map(id -> new NewDeadline(Cases.FILING_DUE, id, id, dueAt))
                        .toList()))
                .chain(() -> open(campaignId))
                .chain(rows -> outbox.appendAll(rows.stream()
                        .map(row -> corrected(row, correction, dueAt, now))
                        .toList()))
                .chain(Rows::flush);
    }

    private static OutboxMessage corrected(CaseRow row, int correction, Instant dueAt, Instant now) {
        row.correction = correction;
        row.filingDueAt = row.filingDueAt.isBefore(dueAt) ? dueAt : row.filingDueAt;
        CaseFile.Change<CaseEvent.CaseCorrected> change = row.caseFile().correct(correction, row.filingDueAt, now);
        row.take(change.caseFile());
        return CaseMessages.of(row, change);
    }

    private static Uni<List<UUID>> earlier(UUID campaignId, Instant dueAt) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select id from case_file where campaign_id = ?1 and state = 'open' and filing_due_at < ?2",
                        UUID.class)
                .setParameter(1, campaignId)
                .setParameter(2, dueAt.atOffset(ZoneOffset.UTC))
                .getResultList());
    }

    private static Uni<List<CaseRow>> open(UUID campaignId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from CaseRow where campaignId = :campaign and state = 'open' order by id", CaseRow.class)
                .setParameter("campaign", campaignId)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList());
    }
}
