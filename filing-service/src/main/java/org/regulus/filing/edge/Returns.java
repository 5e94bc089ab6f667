package org.regulus.filing.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.Filing;
import org.regulus.filing.FilingEvent;
import org.regulus.filing.campaign.edge.Questionnaires;
import org.regulus.filing.edge.RemarkResource.Remark;

/** Sends a filing back with remarks on single answers, each held against the questionnaire that the filing answered. */
@ApplicationScoped
class Returns {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Filings filings;
    private final Questionnaires questionnaires;

    Returns(InstantSource clock, IdSource ids, Outbox outbox, Filings filings, Questionnaires questionnaires) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.filings = filings;
        this.questionnaires = questionnaires;
    }

    @WithTransaction
    Uni<FilingRow> sendBack(Actor officer, UUID caseId, long seen, List<Remark> remarks) {
        Instant now = clock.instant();
        return Filings.get(officer, caseId, seen)
                .call(row -> Filings.openCase(officer, caseId))
                .call(row -> {
                    Filing.Change<FilingEvent.FilingReturned> change =
                            row.filing().sendBack(remarks.size(), now);
                    return SubmissionResource.submission(row, row.submission)
                            .chain(submission -> checked(row, submission, remarks, now))
                            .invoke(() -> row.take(change.filing()))
                            .call(Rows::flush)
                            .chain(rows -> Panache.getSession().chain(session -> session.persistAll(rows.toArray())))
                            .chain(() -> outbox.append(FilingMessages.returned(row, change)));
                });
    }

    private Uni<List<RemarkRow>> checked(FilingRow row, SubmissionRow submission, List<Remark> remarks, Instant now) {
        FilingContent content = filings.read(submission.content);
        return questionnaires.asked(row.campaignId, submission.correction).map(asked -> {
            List<Flaw> flaws = content.flaws(
                    asked.questionnaire(), remarks.stream().map(Remark::subject).toList());
            if (!flaws.isEmpty()) {
                throw Refusal.invalid("filing.remarks", "%d remark(s) miss their mark".formatted(flaws.size()), flaws);
            }
            return remarks.stream()
                    .map(remark -> remarkRow(row, content, remark, now))
                    .toList();
        });
    }

    private RemarkRow remarkRow(FilingRow row, FilingContent content, Remark remark, Instant now) {
        RemarkRow made = new RemarkRow();
        made.id = ids.next();
        made.filingId = row.id;
        made.caseId = row.caseId;
        made.authority = row.authority;
        made.operatorId = row.operatorId;
        made.submission = row.submission;
        made.item = remark.item();
        made.system = remark.system();
        made.remark = remark.text();
        made.answered = content.answer(remark.item(), remark.system())
                .map(filings::write)
                .orElse(null);
        made.remarkedAt = now;
        return made;
    }
}
