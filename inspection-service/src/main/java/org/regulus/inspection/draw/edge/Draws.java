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
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.DrawRecord;
import org.regulus.inspection.draw.EarlierDraw;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.edge.DrawnInspections;
import org.regulus.inspection.edge.Worker;
import org.regulus.inspection.inspector.edge.Register;

/** Commits to draws and completes them. */
@ApplicationScoped
class Draws {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final DrawnInspections inspections;
    private final Frames frames;
    private final DrawShares shares;

    Draws(
            InstantSource clock,
            IdSource ids,
            Outbox outbox,
            DrawnInspections inspections,
            Frames frames,
            DrawShares shares) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.inspections = inspections;
        this.frames = frames;
        this.shares = shares;
    }

    /** In the caller's transaction. The frame: the cases of the campaign that the rules admit. */
    Uni<UUID> commit(Actor officer, NewDraw request) {
        Instant now = clock.instant();
        String authority = officer.requireAuthority();
        SeedRule rule = request.rule(now);
        UUID id = ids.next();
        return earlier(authority, request.campaignId())
                .invoke(earlier -> EarlierDraw.admit(earlier, request.reason()))
                .chain(earlier -> Register.of(authority).map(register -> new Before(earlier, active(register))))
                .chain(before -> frames.freeze(id, authority, request.campaignId(), request.rules(), now)
                        .map(frozen -> committed(id, officer, request, rule, frozen, before, now)))
                .call(row -> Panache.getSession().chain(session -> session.persist(row)))
                .call(row -> outbox.append(DrawMessages.committed(row)))
                .map(row -> row.id);
    }

    /** What was there before the commitment. */
    private record Before(List<EarlierDraw> draws, List<UUID> inspectors) {}

    private static DrawRow committed(
            UUID id, Actor officer, NewDraw request, SeedRule rule, Frames.Frozen frozen, Before before, Instant now) {
        Draw draw =
                Draw.commit(id, frozen.frame(), request.sampleSize(), rule, now).draw();
        DrawRow row = new DrawRow();
        row.id = draw.id();
        row.authority = officer.requireAuthority();
        row.committedBy = officer.subject();
        row.campaignId = request.campaignId();
        row.algorithm = draw.algorithm();
        row.seedSource = request.seedSource();
        row.reason = request.reason();
        row.committedAt = now;
        row.take(draw);
        DrawRecord.About about = new DrawRecord.About(
                row.authority,
                request.campaignId(),
                request.reason(),
                request.rules(),
                frozen.excluded(),
                before.draws(),
                before.inspectors());
        row.commitment = DrawRecord.commitment(draw, about, now);
        return row;
    }

    private static List<UUID> active(List<InspectorDraw.Candidate> register) {
        return register.stream()
                .filter(InspectorDraw.Candidate::active)
                .map(InspectorDraw.Candidate::id)
                .toList();
    }

    /** The draws of the campaign before this one. Commitments of a campaign wait for each other. */
    private static Uni<List<EarlierDraw>> earlier(String authority, UUID campaign) {
        String lock = "draw of " + authority + " " + campaign;
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked",
                        Long.class)
                .setParameter(1, lock)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                """
                                select id, state, commitment from draw where campaign_id = ?1 and authority = ?2
                                order by committed_at, id""",
                                Object[].class)
                        .setParameter(1, campaign)
                        .setParameter(2, authority)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new EarlierDraw(
                                (UUID) row[0], Draw.State.of((String) row[1]), Draw.digest((String) row[2])))
                        .toList()));
    }

    /** The seed decides: sample, inspectors, inspections and record in one transaction. */
    @WithTransaction
    Uni<DrawRow> complete(Actor officer, UUID id, long seen, SeedRule.Given given) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .one(id, "draw.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> shares.whole(officer, row, given, now)
                        .chain(whole -> frames.draw(row).chain(draw -> drawn(row, draw, draw.settle(whole, now), now)))
                        .chain(change -> cases(change.event().sample().ids()).chain(cases -> Register.of(row.authority)
                                .chain(register -> settle(row, change, cases, register, now)))));
    }

    private Uni<Draw.Change<Draw.DrawCompleted>> drawn(DrawRow row, Draw draw, SeedRule.Seed seed, Instant now) {
        Sample.Drawing drawing = new Sample.Drawing(seed.text(), draw.frame(), draw.sampleSize());
        return frames.each(row, drawing::add).map(read -> draw.complete(seed, drawing.sample(), now));
    }

    /** What the seed has decided. */
    private record Recording(List<InspectorDraw.Allotment> allotments, String text, String digest) {}

    private Uni<Void> settle(
            DrawRow row,
            Draw.Change<Draw.DrawCompleted> change,
            Map<String, KnownCase> cases,
            List<InspectorDraw.Candidate> register,
            Instant now) {
        String seed = change.event().seed().text();
        return Worker.compute(() -> recorded(row, change, cases, register)).chain(recorded -> {
            row.move(change.draw());
            row.seed = seed;
            row.completedAt = now;
            row.record = recorded.text();
            row.recordDigest = recorded.digest();
            var drawn = new DrawnInspections.OfDraw(row.id, row.authority, seed);
            return outbox.append(DrawMessages.completed(row))
                    .chain(Rows::flush)
                    .chain(() -> inspections.open(drawn, recorded.allotments(), cases, now));
        });
    }

    private static Recording recorded(
            DrawRow row,
            Draw.Change<Draw.DrawCompleted> change,
            Map<String, KnownCase> cases,
            List<InspectorDraw.Candidate> inspectorsNow) {
        List<InspectorDraw.Candidate> register = Commitment.register(row.commitment, inspectorsNow);
        InspectorDraw inspectors =
                new InspectorDraw(register, change.event().seed().text());
        List<InspectorDraw.Allotment> allotments = change.event().sample().ids().stream()
                .map(caseId -> inspectors.allot(caseId, cases.get(caseId).operatorId))
                .toList();
        String text = DrawRecord.record(
                Commitment.values(row.commitment),
                change.event(),
                register.stream().map(InspectorDraw.Candidate::id).toList(),
                allotments);
        return new Recording(allotments, text, Draw.digest(text));
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
}
