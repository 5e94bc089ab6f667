package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.ConsistentSampler;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.inspector.edge.InspectorRow;

/** Commits to draws and completes them. */
@ApplicationScoped
class Draws {

    static final String COMMITTED = "regulus.inspection.draw-committed.v1";
    static final String COMPLETED = "regulus.inspection.draw-completed.v1";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Inspections inspections;
    private final int maxFrame;

    Draws(
            InstantSource clock,
            IdSource ids,
            Outbox outbox,
            ObjectMapper json,
            Inspections inspections,
            @ConfigProperty(name = "regulus.draw.max-frame") int maxFrame) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.json = json;
        this.inspections = inspections;
        this.maxFrame = maxFrame;
    }

    record DrawCommitted(
            UUID drawId,
            UUID campaignId,
            String authority,
            int frameSize,
            String frameDigest,
            int sampleSize,
            String algorithm,
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

    /** In the caller's transaction. The frame: every case of the campaign that filed and was neither inspected nor closed. */
    Uni<UUID> commit(Actor officer, DrawResource.NewDraw request) {
        Instant now = clock.instant();
        String authority = officer.requireAuthority();
        return justified(authority, request)
                .chain(() -> frame(authority, request.campaignId()))
                .chain(frame -> {
                    Draw.Change<Draw.DrawCommitted> change = Draw.commit(ids.next(), frame, request.sampleSize(), now);
                    DrawRow row = new DrawRow();
                    row.id = change.draw().id();
                    row.authority = authority;
                    row.campaignId = request.campaignId();
                    row.algorithm = ConsistentSampler.ALGORITHM;
                    row.seedSource = request.seedSource();
                    row.reason = request.reason();
                    row.committedAt = now;
                    row.take(change.draw());
                    return Panache.getSession()
                            .chain(session -> session.persist(row))
                            .chain(() -> outbox.append(message(
                                    COMMITTED,
                                    row,
                                    now,
                                    new DrawCommitted(
                                            row.id,
                                            row.campaignId,
                                            row.authority,
                                            row.frameSize,
                                            row.frameDigest,
                                            row.sampleSize,
                                            row.algorithm,
                                            now))))
                            .replaceWith(row.id);
                });
    }

    /** A second draw for a campaign needs a reason, and stays beside the first for all to see. */
    private static Uni<Void> justified(String authority, DrawResource.NewDraw request) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from draw where campaign_id = ?1 and authority = ?2", Long.class)
                .setParameter(1, request.campaignId())
                .setParameter(2, authority)
                .getSingleResult()
                .invoke(count -> {
                    if (count > 0
                            && (request.reason() == null || request.reason().isBlank())) {
                        throw Refusal.invalid(
                                "draw.reason-required", "There is a draw for this campaign: say why there is another");
                    }
                })
                .replaceWithVoid());
    }

    private Uni<List<String>> frame(String authority, UUID campaignId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select cast(id as text) from known_case
                        where campaign_id = ?1 and authority = ?2 and filing in ('submitted', 'accepted')
                          and not closed and not inspected
                        order by id limit ?3""",
                        String.class)
                .setParameter(1, campaignId)
                .setParameter(2, authority)
                .setParameter(3, maxFrame + 1)
                .getResultList()
                .invoke(frame -> {
                    if (frame.size() > maxFrame) {
                        throw Refusal.tooLarge(
                                "draw.frame-too-large", "A frame has at most %d cases".formatted(maxFrame));
                    }
                }));
    }

    /** The seed decides: sample, inspectors, inspections and record in one transaction. */
    @WithTransaction
    Uni<DrawRow> complete(Actor officer, UUID id, long seen, String seed) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .one(id, "draw.unknown")
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    Draw.Change<Draw.DrawCompleted> change = row.draw().complete(seed, now);
                    return cases(change.event().sample()).chain(cases -> register(row.authority)
                            .chain(register -> settle(row, change, seed, cases, register, now)));
                });
    }

    private Uni<Void> settle(
            DrawRow row,
            Draw.Change<Draw.DrawCompleted> change,
            String seed,
            Map<String, KnownCase> cases,
            List<InspectorDraw.Candidate> register,
            Instant now) {
        List<String> sample = change.event().sample();
        InspectorDraw inspectors = new InspectorDraw(register, seed);
        List<InspectorDraw.Allotment> allotments = sample.stream()
                .map(caseId -> inspectors.allot(caseId, cases.get(caseId).operatorId))
                .toList();
        row.take(change.draw());
        row.seed = seed;
        row.completedAt = now;
        row.record = write(record(row, sample, allotments));
        row.recordDigest = Draw.digest(row.record);
        return outbox.append(message(
                        COMPLETED,
                        row,
                        now,
                        new DrawCompleted(
                                row.id,
                                row.campaignId,
                                row.authority,
                                row.frameDigest,
                                Draw.digest(seed),
                                row.sampleSize,
                                row.recordDigest,
                                now)))
                .chain(Rows::flush)
                .chain(() -> inspections.openDrawn(row.id, allotments, cases, now));
    }

    private static DrawRecord record(DrawRow row, List<String> sample, List<InspectorDraw.Allotment> allotments) {
        ConsistentSampler sampler = new ConsistentSampler(row.seed);
        return new DrawRecord(
                DrawRecord.FORMAT,
                row.id,
                row.authority,
                row.campaignId,
                row.algorithm,
                row.seedSource,
                row.reason,
                row.committedAt,
                row.frameSize,
                row.frameDigest,
                List.of(row.frame.split("\n")),
                row.sampleSize,
                row.seed,
                row.completedAt,
                sample.stream()
                        .map(id -> new DrawRecord.Drawn(id, sampler.ticket(id)))
                        .toList(),
                InspectorDraw.DOMAIN,
                DrawRecord.INSPECTOR_RULE,
                allotments);
    }

    private static Uni<Map<String, KnownCase>> cases(List<String> sample) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from KnownCase where id in :ids", KnownCase.class)
                .setParameter("ids", sample.stream().map(UUID::fromString).toList())
                .getResultList()
                .map(cases ->
                        cases.stream().collect(Collectors.toMap(known -> known.id.toString(), Function.identity()))));
    }

    private static Uni<List<InspectorDraw.Candidate>> register(String authority) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where authority = :authority order by id", InspectorRow.class)
                .setParameter("authority", authority)
                .getResultList()
                .map(rows -> rows.stream().map(InspectorRow::candidate).toList()));
    }

    private static OutboxMessage message(String type, DrawRow row, Instant at, Object data) {
        AggregateVersion aggregate = new AggregateVersion("draw", row.id, row.announced);
        return new OutboxMessage(type, row.campaignId, aggregate, row.authority, at, data);
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
