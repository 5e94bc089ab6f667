package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.DrawRecord;
import org.regulus.inspection.draw.FrameRules;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.edge.Worker;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Commits to draws and completes them. */
@ApplicationScoped
class Draws {

    static final String COMMITTED = "regulus.inspection.draw-committed.v1";
    static final String COMPLETED = "regulus.inspection.draw-completed.v1";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Inspections inspections;
    private final Candidates candidates;

    Draws(InstantSource clock, IdSource ids, Outbox outbox, Inspections inspections, Candidates candidates) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.inspections = inspections;
        this.candidates = candidates;
    }

    record DrawCommitted(
            UUID drawId,
            UUID campaignId,
            String authority,
            int frameSize,
            String frameDigest,
            int sampleSize,
            String algorithm,
            String commitmentDigest,
            Instant committedAt) {}

    record DrawCompleted(
            UUID drawId,
            UUID campaignId,
            String authority,
            String frameDigest,
            String seedDigest,
            int sampleSize,
            String recordDigest,
            Instant completedAt) {}

    /** In the caller's transaction. The frame: the cases of the campaign that the rules admit. */
    Uni<UUID> commit(Actor officer, NewDraw request) {
        Instant now = clock.instant();
        String authority = officer.requireAuthority();
        SeedRule rule = request.rule(now);
        return justified(authority, request)
                .chain(() -> candidates.of(authority, request.campaignId(), request.rules(), now))
                .chain(found -> Worker.compute(() ->
                        committed(authority, request, rule, request.rules().of(found), now)))
                .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                .call(row -> outbox.append(message(COMMITTED, row, now, committed(row))))
                .map(row -> row.id);
    }

    private DrawRow committed(String authority, NewDraw request, SeedRule rule, FrameRules.Frame frame, Instant now) {
        Draw draw = Draw.commit(ids.next(), frame.units(), request.sampleSize(), rule, now)
                .draw();
        DrawRow row = new DrawRow();
        row.id = draw.id();
        row.authority = authority;
        row.campaignId = request.campaignId();
        row.algorithm = draw.algorithm();
        row.seedSource = request.seedSource();
        row.reason = request.reason();
        row.committedAt = now;
        row.take(draw);
        DrawRecord.About about = new DrawRecord.About(
                authority, request.campaignId(), request.reason(), request.rules(), frame.excluded());
        row.commitment = DrawRecord.commitment(draw, about, now);
        return row;
    }

    private static DrawCommitted committed(DrawRow row) {
        return new DrawCommitted(
                row.id,
                row.campaignId,
                row.authority,
                row.frameSize,
                row.frameDigest,
                row.sampleSize,
                row.algorithm,
                Draw.digest(row.commitment),
                row.committedAt);
    }

    /** A second draw for a campaign needs a reason, and stays beside the first for all to see. Commitments of a campaign wait for each other. */
    private static Uni<Void> justified(String authority, NewDraw request) {
        String lock = "draw of " + authority + " " + request.campaignId();
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked",
                        Long.class)
                .setParameter(1, lock)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from draw where campaign_id = ?1 and authority = ?2", Long.class)
                        .setParameter(1, request.campaignId())
                        .setParameter(2, authority)
                        .getSingleResult())
                .invoke(count -> {
                    if (count > 0
                            && (request.reason() == null || request.reason().isBlank())) {
                        throw Refusal.invalid(
                                "draw.reason-required", "There is a draw for this campaign: say why there is another");
                    }
                })
                .replaceWithVoid());
    }

    /** The seed decides: sample, inspectors, inspections and record in one transaction. */
    @WithTransaction
    Uni<DrawRow> complete(Actor officer, UUID id, long seen, SeedRule.Given given) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .one(id, "draw.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> Worker.compute(() -> row.draw().complete(given, now))
                        .chain(change -> cases(change.event().sample().ids()).chain(cases -> register(row.authority)
                                .chain(register -> settle(row, change, cases, register, now)))));
    }

    private Uni<Void> settle(
            DrawRow row,
            Draw.Change<Draw.DrawCompleted> change,
            Map<String, KnownCase> cases,
            List<InspectorDraw.Candidate> register,
            Instant now) {
        String seed = change.event().seed().text();
        InspectorDraw inspectors = new InspectorDraw(register, seed);
        List<InspectorDraw.Allotment> allotments = change.event().sample().ids().stream()
                .map(caseId -> inspectors.allot(caseId, cases.get(caseId).operatorId))
                .toList();
        return Worker.compute(() -> DrawRecord.record(
                        Commitment.values(row.commitment),
                        change.draw(),
                        change.event(),
                        register.stream().map(InspectorDraw.Candidate::id).toList(),
                        allotments))
                .chain(record -> {
                    row.take(change.draw());
                    row.seed = seed;
                    row.completedAt = now;
                    row.record = record;
                    row.recordDigest = Draw.digest(record);
                    return outbox.append(message(COMPLETED, row, now, completed(row)));
                })
                .chain(Rows::flush)
                .chain(() -> inspections.openDrawn(row.id, seed, allotments, cases, now));
    }

    private static DrawCompleted completed(DrawRow row) {
        return new DrawCompleted(
                row.id,
                row.campaignId,
                row.authority,
                row.frameDigest,
                Draw.digest(row.seed),
                row.sampleSize,
                row.recordDigest,
                row.completedAt);
    }

    static Uni<Map<String, KnownCase>> cases(List<String> sample) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select * from known_case where id = any(cast(string_to_array(?1, ',') as uuid[]))",
                        KnownCase.class)
                .setParameter(1, String.join(",", sample))
                .getResultList()
                .map(cases ->
                        cases.stream().collect(Collectors.toMap(known -> known.id.toString(), Function.identity()))));
    }

    static Uni<List<InspectorDraw.Candidate>> register(String authority) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where authority = :authority order by id", InspectorRow.class)
                .setParameter("authority", authority)
                .getResultList()
                .map(rows -> rows.stream().map(InspectorRow::candidate).toList()));
    }

    static OutboxMessage message(String type, DrawRow row, Instant at, Object data) {
        AggregateVersion aggregate = new AggregateVersion("draw", row.id, row.announced);
        return new OutboxMessage(type, row.campaignId, aggregate, row.authority, at, data);
    }
}
