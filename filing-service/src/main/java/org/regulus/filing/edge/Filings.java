package org.regulus.filing.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.Filing;
import org.regulus.filing.FilingEvent;
import org.regulus.filing.campaign.edge.Questionnaires;
import org.regulus.filing.casefile.edge.CaseRow;
import org.regulus.filing.casefile.edge.Cases;
import org.regulus.filing.evidence.edge.Evidence;
import org.regulus.filing.questionnaire.RiskScore;

/**
 * The commands on filings: load, move, save, append. Saving comes before appending: of two moves at the same time the second waits for
 * the first one's row, and is then stale.
 */
@ApplicationScoped
class Filings {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Questionnaires questionnaires;

    Filings(InstantSource clock, IdSource ids, Outbox outbox, ObjectMapper json, Questionnaires questionnaires) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.json = json;
        this.questionnaires = questionnaires;
    }

    /** The first draft of a case's filing. */
    @WithTransaction
    Uni<FilingRow> draft(Actor operator, UUID caseId, FilingContent content) {
        return openCase(operator, caseId).chain(of -> row(caseId).chain(present -> {
            if (present != null) {
                throw exists();
            }
            FilingRow row = new FilingRow();
            row.id = ids.next();
            row.caseId = caseId;
            row.campaignId = of.campaignId;
            row.authority = of.authority;
            row.operatorId = of.operatorId;
            row.content = write(content);
            row.take(Filing.draft(row.id, caseId));
            return Panache.getSession()
                    .chain(session -> session.persist(row))
                    .call(Rows::flush)
                    .onFailure(ConstraintViolationException.class)
                    .transform(draftedAtTheSameTime -> exists())
                    .replaceWith(row);
        }));
    }

    private static Refusal exists() {
        return Refusal.stale("filing.exists", "There is a filing in this case: change it with If-Match");
    }

    @WithTransaction
    Uni<FilingRow> revise(Actor operator, UUID caseId, long seen, FilingContent content) {
        return openCase(operator, caseId)
                .chain(() -> get(operator, caseId, seen))
                .invoke(row -> row.filing().revise())
                .invoke(row -> row.content = write(content))
                .call(Rows::flush);
    }

    /** Saves some of the draft; the rest of it stays. */
    @WithTransaction
    Uni<FilingRow> amend(
            Actor operator,
            UUID caseId,
            long seen,
            List<FilingContent.SystemOf> systems,
            List<FilingContent.AnswerTo> answers) {
        return openCase(operator, caseId)
                .chain(() -> get(operator, caseId, seen))
                .invoke(row -> row.filing().revise())
                .invoke(row -> row.content = write(read(row.content).with(systems, answers)))
                .call(Rows::flush);
    }

    /** The case is locked before the clock is read: either the withdrawal comes before the deadline is acted on, or not at all. */
    @WithTransaction
    Uni<FilingRow> withdraw(Actor operator, UUID caseId, long seen) {
        return Cases.locked(operator, caseId).invoke(Filings::checkOpen).chain(of -> get(operator, caseId, seen)
                .call(row -> {
                    Filing.Change<FilingEvent.FilingWithdrawn> change =
                            row.filing().withdraw(clock.instant(), of.filingDueAt);
                    row.take(change.filing());
                    return Rows.flush().chain(() -> outbox.append(FilingMessages.withdrawn(row, change)));
                }));
    }

    /**
     * Two reads when the questionnaire is remembered and no proofs are named, three writes.
     *
     * @param receivedAt decides whether it is late: when the request arrived, whatever it waited for since
     */
    @WithTransaction
    Uni<Submitted> submit(Actor operator, UUID caseId, long seen, Instant receivedAt) {
        return openCase(operator, caseId)
                .chain(of -> get(operator, caseId, seen).chain(row -> {
                    FilingContent content = read(row.content);
                    return questionnaires.asked(row.campaignId, of.correction).chain(asked -> {
                        Filing.Window window = new Filing.Window(asked.opensAt(), of.filingDueAt, asked.lateTaken());
                        Filing.Change<FilingEvent.FilingSubmitted> change =
                                row.filing().submit(receivedAt, window);
                        return Evidence.held(caseId, content.proofs())
                                .invoke(held -> complete(content.flaws(asked.questionnaire()), content.missing(held)))
                                .chain(() -> keep(of, row, change, content, content.score(asked.questionnaire())))
                                .map(submission -> new Submitted(row, Receipt.of(of.caseNumber, row, submission)));
                    });
                }));
    }

    record Submitted(FilingRow filing, Receipt receipt) {}

    private Uni<SubmissionRow> keep(
            CaseRow of,
            FilingRow row,
            Filing.Change<FilingEvent.FilingSubmitted> change,
            FilingContent content,
            RiskScore score) {
        row.take(change.filing());
        row.score = write(score);
        SubmissionRow submission = new SubmissionRow();
        submission.key = new SubmissionRow.Key(row.id, change.event().submission());
        submission.submittedAt = change.event().at();
        submission.correction = of.correction;
        submission.late = change.event().late();
        submission.content = row.content;
        submission.digest = Digests.of(row.content);
        submission.score = row.score;
        return Rows.flush()
                .chain(Panache::getSession)
                .chain(session -> session.persist(submission))
                .chain(() -> outbox.append(FilingMessages.submitted(
                        row, change, submission.digest, content.systems().size(), score.overall())))
                .replaceWith(submission);
    }

    @WithTransaction
    Uni<FilingRow> accept(Actor officer, UUID caseId, long seen) {
        Instant now = clock.instant();
        return get(officer, caseId, seen).call(row -> openCase(officer, caseId)).call(row -> {
            Filing.Change<FilingEvent.FilingAccepted> change = row.filing().accept(now);
            row.take(change.filing());
            return Rows.flush().chain(() -> outbox.append(FilingMessages.accepted(row, change)));
        });
    }

    static Uni<CaseRow> openCase(Actor actor, UUID caseId) {
        return Rows.of(CaseRow.class, actor).one(caseId, "case.unknown").invoke(Filings::checkOpen);
    }

    private static void checkOpen(CaseRow row) {
        asked(row);
        if (row.isClosed()) {
            throw Refusal.conflict("case.closed", "The case is closed");
        }
    }

    static void asked(CaseRow row) {
        if (row.campaignId == null) {
            throw Refusal.conflict("filing.not-asked", "This case asks for no filing: it was opened by a risk report");
        }
    }

    static Uni<FilingRow> get(Actor actor, UUID caseId, long seen) {
        return Rows.of(FilingRow.class, actor)
                .and("caseId = :case", "case", caseId)
                .single("filing.unknown", "There is no filing in case " + caseId)
                .invoke(row -> ETags.check(seen, row.version));
    }

    private static Uni<FilingRow> row(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from FilingRow where caseId = :case", FilingRow.class)
                        .setParameter("case", caseId)
                        .getSingleResultOrNull());
    }

    private static void complete(List<Flaw> unanswered, List<Flaw> unproved) {
        List<Flaw> flaws = Stream.concat(unanswered.stream(), unproved.stream()).toList();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("filing.incomplete", "The filing has %d flaw(s)".formatted(flaws.size()), flaws);
        }
    }

    FilingContent read(String stored) {
        return read(stored, FilingContent.class);
    }

    <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
