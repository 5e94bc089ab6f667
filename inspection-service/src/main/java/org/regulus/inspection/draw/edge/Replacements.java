package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.Replacement;
import org.regulus.inspection.draw.ReplacementRecord;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;
import org.regulus.inspection.draw.Succession;
import org.regulus.inspection.edge.DrawnInspections;
import org.regulus.inspection.edge.FallenOut;
import org.regulus.inspection.edge.Worker;
import org.regulus.inspection.inspector.edge.Register;

/** Replaces a drawn case by the next ticket of its stratum. The draw's record stays; the replacement is a record of its own. */
@ApplicationScoped
class Replacements {

    /** More than this is another draw. */
    private static final int REPLACEMENTS_MAX = 200;

    /** So many tickets are looked at for somebody who can still be inspected. */
    private static final int TICKETS_MAX = 200;

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final DrawnInspections inspections;
    private final FallenOut fallenOut;
    private final Frames frames;

    Replacements(
            InstantSource clock,
            IdSource ids,
            Outbox outbox,
            DrawnInspections inspections,
            FallenOut fallenOut,
            Frames frames) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.inspections = inspections;
        this.fallenOut = fallenOut;
        this.frames = frames;
    }

    /** One replacement in the making. */
    private record Making(
            Actor officer,
            DrawRow row,
            Draw draw,
            List<String> made,
            NewReplacement wanted,
            List<Drawn> turn,
            Instant now) {

        String removed() {
            return wanted.caseId().toString();
        }
    }

    /** In the caller's transaction. The draw is locked, so that no ticket is taken twice. */
    Uni<UUID> make(Actor officer, UUID drawId, NewReplacement wanted) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .locked()
                .one(drawId, "draw.unknown")
                .invoke(DrawRow::recorded)
                .chain(row -> of(drawId).chain(made -> making(officer, row, made, wanted, now)))
                .chain(making -> Draws.cases(ids(making)).chain(cases -> Candidates.inspected(cases.keySet())
                        .chain(inspected -> made(making, cases, inspected))));
    }

    private Uni<Making> making(
            Actor officer, DrawRow row, List<ReplacementRow> rows, NewReplacement wanted, Instant now) {
        if (rows.size() >= REPLACEMENTS_MAX) {
            throw Refusal.conflict(
                    "draw.too-many-replacements", "A draw has at most %d replacements".formatted(REPLACEMENTS_MAX));
        }
        List<String> made = rows.stream().map(one -> one.record).toList();
        Succession.History history = new Succession.History(
                Recorded.sample(row.record),
                made.stream().map(Recorded::replacement).toList());
        return frames.draw(row).chain(draw -> {
            Succession succession =
                    new Succession(row.seed, draw, history, wanted.caseId().toString(), TICKETS_MAX);
            return frames.each(row, succession::add)
                    .map(read -> new Making(officer, row, draw, made, wanted, succession.turn(), now));
        });
    }

    /** Of those whose turn it is, and of the one that falls out: it is changed, too. */
    private static List<String> ids(Making making) {
        return Stream.concat(Stream.of(making.removed()), making.turn().stream().map(one -> one.unit()
                        .id()))
                .toList();
    }

    private Uni<UUID> made(Making making, Map<String, KnownCase> cases, Set<String> inspected) {
        Replacement replacement = replacement(making, cases, inspected);
        var change = making.draw().replace(replacement, making.now());
        NewReplacement wanted = making.wanted();
        DrawRow draw = making.row();
        String substitute = replacement.substitute().unit().id();
        return DrawnInspections.published(wanted.caseId(), wanted.reason())
                .chain(() -> fallenOut.end(making.officer(), draw.id, wanted.caseId(), wanted.reason(), making.now()))
                .chain(() -> Register.of(draw.authority))
                .map(now -> Commitment.register(draw.commitment, now))
                .chain(register -> Worker.compute(() -> new InspectorDraw(register, draw.seed)
                                .after(Recorded.inspectors(draw.record, making.made()))
                                .allot(substitute, cases.get(substitute).operatorId))
                        .chain(allotment -> {
                            ReplacementRow row = row(making, change.event(), register, allotment);
                            draw.announced = change.draw().announced();
                            return Panache.getSession()
                                    .chain(session -> session.persist(row))
                                    .chain(() -> outbox.append(ReplacementMessages.made(draw, row)))
                                    .chain(Rows::flush)
                                    .chain(() -> inspections.open(
                                            new DrawnInspections.OfDraw(draw.id, draw.authority, draw.seed),
                                            List.of(allotment),
                                            cases,
                                            making.now()))
                                    .replaceWith(row.id);
                        }));
    }

    /** The first of those whose turn it is who can still be inspected. */
    private static Replacement replacement(Making making, Map<String, KnownCase> cases, Set<String> inspected) {
        List<Replacement.Skipped> skipped = new ArrayList<>();
        for (Drawn next : making.turn()) {
            String caseId = next.unit().id();
            String obstacle = cases.get(caseId).obstacle(making.row().authority, inspected.contains(caseId));
            if (obstacle == null) {
                return new Replacement(
                        making.made().size() + 1,
                        making.removed(),
                        making.wanted().reason(),
                        List.copyOf(skipped),
                        next);
            }
            skipped.add(new Replacement.Skipped(caseId, obstacle));
        }
        throw Refusal.conflict(
                "draw.no-ticket-left",
                "Nobody among the next %d tickets of the stratum can be inspected".formatted(skipped.size()));
    }

    private ReplacementRow row(
            Making making,
            Draw.DrawReplacementMade event,
            List<InspectorDraw.Candidate> register,
            InspectorDraw.Allotment allotment) {
        List<String> made = making.made();
        String previous = made.isEmpty() ? making.row().record : made.get(made.size() - 1);
        ReplacementRow row = new ReplacementRow();
        row.id = ids.next();
        row.drawId = making.row().id;
        row.authority = making.row().authority;
        row.number = event.replacement().number();
        row.removedCaseId = making.wanted().caseId();
        row.substituteCaseId =
                UUID.fromString(event.replacement().substitute().unit().id());
        row.reason = event.replacement().reason();
        row.record = ReplacementRecord.of(
                event,
                new ReplacementRecord.About(
                        row.drawId,
                        Draw.digest(previous),
                        making.wanted().explanation(),
                        making.officer().subject()),
                register.stream().map(InspectorDraw.Candidate::id).toList(),
                allotment);
        row.recordDigest = Draw.digest(row.record);
        row.madeAt = event.at();
        return row;
    }

    /** In the order in which they were made; no draw has more than can be read at once. */
    static Uni<List<ReplacementRow>> of(UUID drawId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from ReplacementRow where drawId = :draw order by number", ReplacementRow.class)
                .setParameter("draw", drawId)
                .setMaxResults(REPLACEMENTS_MAX)
                .getResultList());
    }
}
