package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.Frame;
import org.regulus.inspection.draw.FrameRules;
import org.regulus.inspection.draw.Unit;
import org.regulus.inspection.edge.Worker;

/** Frames as they are stored: in chunks, written once and read one after another, so that there is never more than one in memory. */
@ApplicationScoped
class Frames {

    private final Candidates candidates;
    private final int max;
    private final int chunk;

    Frames(
            Candidates candidates,
            @ConfigProperty(name = "regulus.draw.max-frame") int max,
            @ConfigProperty(name = "regulus.draw.frame-chunk") int chunk) {
        this.candidates = candidates;
        this.max = max;
        this.chunk = chunk;
    }

    /** @param excluded how many cases each rule kept out */
    record Frozen(Frame frame, Map<String, Integer> excluded) {}

    private static final class Freezing {
        private final Frame.Reading reading = new Frame.Reading();
        private final Map<String, Integer> excluded = new LinkedHashMap<>();
        private final Map<UUID, Integer> ofOperator = new HashMap<>();
        private int chunks;

        /** @return the lines of those that the rules admit */
        String take(FrameRules rules, List<FrameRules.Candidate> found) {
            FrameRules.Admitted admitted = rules.of(found, ofOperator);
            admitted.excluded().forEach((rule, count) -> excluded.merge(rule, count, Integer::sum));
            admitted.units().forEach(reading::add);
            return text(admitted.units());
        }
    }

    /** In the caller's transaction, before the draw is stored: the cases that the rules admit, as they are at one instant. */
    Uni<Frozen> freeze(UUID draw, String authority, UUID campaign, FrameRules rules, Instant now) {
        Freezing freezing = new Freezing();
        return candidates
                .open(authority, campaign, rules, now)
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> candidates.next(chunk).call(found -> freeze(draw, rules, found, freezing)))
                        .whilst(found -> !found.isEmpty())
                        .onItem()
                        .ignoreAsUni())
                .map(all -> new Frozen(freezing.reading.frame(), freezing.excluded));
    }

    private Uni<Void> freeze(UUID draw, FrameRules rules, List<FrameRules.Candidate> found, Freezing freezing) {
        return Worker.compute(() -> freezing.take(rules, found))
                .invoke(lines -> {
                    if (freezing.reading.size() > max) {
                        throw Refusal.tooLarge("draw.frame-too-large", "A frame has at most %d cases".formatted(max));
                    }
                })
                .chain(lines -> lines.isEmpty() ? Uni.createFrom().voidItem() : store(draw, freezing.chunks++, lines));
    }

    private static Uni<Void> store(UUID draw, int number, String lines) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "insert into draw_frame_chunk (draw_id, number, lines) values (?1, ?2, ?3)")
                .setParameter(1, draw)
                .setParameter(2, number)
                .setParameter(3, lines)
                .executeUpdate()
                .replaceWithVoid());
    }

    private static String text(List<Unit> units) {
        return units.stream().map(unit -> unit.line() + "\n").collect(Collectors.joining());
    }

    /** In the caller's session: as the draw stands. */
    Uni<Draw> draw(DrawRow row) {
        Frame.Reading reading = new Frame.Reading();
        return each(row, reading::add).map(read -> row.draw(reading.frame()));
    }

    /** In the caller's session, on worker threads, one after another, in the order of the ids. */
    Uni<Void> each(DrawRow row, Consumer<Unit> reader) {
        return chunks(row)
                .onItem()
                .transformToUniAndConcatenate(lines -> Worker.compute(() -> {
                    lines.lines().map(Unit::parse).forEach(reader);
                    return lines.length();
                }))
                .onItem()
                .ignoreAsUni();
    }

    /** For everybody, outside a session: chunk by chunk, each when the one before was taken. */
    static Multi<String> published(DrawRow row) {
        return row.frame.isEmpty()
                ? numbered(number -> Panache.withSession(() -> chunk(row.id, number)))
                : Multi.createFrom().item(row.frame + "\n");
    }

    private static Multi<String> chunks(DrawRow row) {
        return row.frame.isEmpty()
                ? numbered(number -> chunk(row.id, number))
                : Multi.createFrom().item(row.frame);
    }

    private static Multi<String> numbered(java.util.function.IntFunction<Uni<List<String>>> reader) {
        AtomicInteger number = new AtomicInteger();
        return Multi.createBy()
                .repeating()
                .uni(() -> reader.apply(number.getAndIncrement()))
                .whilst(found -> !found.isEmpty())
                .onItem()
                .disjoint();
    }

    /** @return none behind the last one */
    private static Uni<List<String>> chunk(UUID draw, int number) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select lines from draw_frame_chunk where draw_id = ?1 and number = ?2", String.class)
                .setParameter(1, draw)
                .setParameter(2, number)
                .getResultList());
    }
}
