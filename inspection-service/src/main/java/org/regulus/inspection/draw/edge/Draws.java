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
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.DrawRecord;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.edge.Worker;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Commits to draws and completes them. */
@ApplicationScoped
class Draws {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Inspections inspections;
    private final Frames frames;

    Draws(InstantSource clock, IdSource ids, Outbox outbox, Inspections inspections, Frames frames) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.inspections = inspections;
        this.frames = frames;
    }

    /** In the caller's transaction. The frame: the cases of the campaign that the rules admit. */
    Uni<UUID> commit(Actor officer, NewDraw request) {
        Instant now = clock.instant();
        String authority = officer.requireAuthority();
        SeedRule rule = request.rule(now);
        UUID id = ids.next();
        return justified(authority, request)
                .chain(() -> frames.freeze(id, authority, request.campaignId(), request.rules(), now))
                .map(frozen -> committed(id, authority, request, rule, frozen, now))
                .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                .call(row -> outbox.append(DrawMessages.committed(row)))
                .map(row -> row.id);
    }

    private static DrawRow committed(
            UUID id, String authority, NewDraw request, SeedRule rule, Frames.Frozen frozen, Instant now) {
        Draw draw =
                Draw.commit(id, frozen.frame(), request.sampleSize(), rule, now).draw();
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
                authority, request.campaignId(), request.reason(), request.rules(), frozen.excluded());
        row.commitment = DrawRecord.commitment(draw, about, now);
        return row;
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
                .call(row -> frames.draw(row)
                        .chain(draw -> drawn(row, draw, draw.settle(given, now), now))
                        .chain(change -> cases(change.event().sample().ids()).chain(cases -> register(row.authority)
                                .chain(register -> settle(row, change, cases, register, now)))));
    }

    private Uni<Draw.Change<Draw.DrawCompleted>> drawn(DrawRow row, Draw draw, SeedRule.Seed seed, Instant now) {
        Sample.Drawing drawing = new Sample.Drawing(seed.text(), draw.frame(), draw.sampleSize());
        return frames.each(row, drawing::add).map(read -> draw.complete(seed, drawing.sample(), now));
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
                        change.event(),
                        register.stream().map(InspectorDraw.Candidate::id).toList(),
                        allotments))
                .chain(record -> {
                    row.take(change.draw());
                    row.seed = seed;
                    row.completedAt = now;
                    row.record = record;
                    row.recordDigest = Draw.digest(record);
                    return outbox.append(DrawMessages.completed(row));
                })
                .chain(Rows::flush)
                .chain(() -> inspections.openDrawn(new Inspections.OfDraw(row.id, row.authority, seed), allotments, cases, now));
    }

    /** Locked, in the order of their ids: what an event says of a case comes before the draw or after it, never in between. */
    static Uni<Map<String, KnownCase>> cases(List<String> sample) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select * from known_case where id = any(cast(string_to_array(?1, ',') as uuid[])) order by id for update",
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
}
