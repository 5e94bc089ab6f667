package org.regulus.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.DrawRecord;
import org.regulus.inspection.draw.Frame;
import org.regulus.inspection.draw.FrameRules;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.Replacement;
import org.regulus.inspection.draw.ReplacementRecord;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;
import org.regulus.inspection.draw.Succession;
import org.regulus.inspection.draw.Unit;

/** Whom the service puts in the place of one who was drawn, both verifiers compute too, and nobody else passes. */
class ReplacementAgreementTest {

    private static final int DRAWS = 200;
    private static final int REPLACEMENTS = 3;
    private static final Instant NOON = Instant.parse("2019-07-24T04:00:00Z");
    private static final String DICE = "142536142536142536142536";

    @TempDir
    Path folder;

    /** @param lines the record, and its replacements in the lines after it */
    private record History(List<String> lines, AgreementTest.Published draw) {
        List<String> faults(List<String> before, String line) {
            return ReplacementCheck.faults(before, line, FrameLines.of(draw.frame()));
        }
    }

    @Test
    void the_replacements_of_many_draws_come_out_the_same() throws Exception {
        Random random = new Random(20190725);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            History history = history(random);
            for (int made = 1; made < history.lines().size(); made++) {
                assertThat(history.faults(
                                history.lines().subList(0, made),
                                history.lines().get(made)))
                        .isEmpty();
            }
            lines.addAll(history.lines());
            history.draw().write(folder.resolve("frames"));
        }
        assertThat(lines).hasSizeGreaterThan(2 * DRAWS);
        assertThat(AgreementTest.python(Files.write(folder.resolve("histories"), lines), folder.resolve("frames")))
                .isEqualTo("%1$d of %1$d records intact".formatted(lines.size()));
    }

    @Test
    void every_changed_character_is_found_by_both() throws Exception {
        History twice = twice();
        List<String> history = twice.lines();
        String last = history.get(2);
        List<String> lines = new ArrayList<>();
        int changes = 0;
        for (int i = 0; i < last.length(); i++) {
            char other = last.charAt(i) == '3' ? '4' : '3';
            String changed = last.substring(0, i) + other + last.substring(i + 1);
            assertThat(twice.faults(history.subList(0, 2), changed)).isNotEmpty();
            lines.addAll(List.of(history.get(0), history.get(1), changed));
            changes++;
        }
        assertThat(AgreementTest.python(
                        Files.write(folder.resolve("changed"), lines),
                        twice.draw().write(folder)))
                .endsWith("%d of %d records intact".formatted(2 * changes, 3 * changes));
    }

    /** Who forges a line and its digest has still to name the next ticket, and to follow the line before. */
    @Test
    void a_line_left_out_and_a_ticket_passed_over_in_silence_are_found_by_both() throws Exception {
        History twice = twice();
        List<String> history = twice.lines();
        assertThat(twice.faults(List.of(history.get(0)), history.get(2)))
                .anyMatch(fault -> fault.contains("previousDigest"));
        assertThat(twice.faults(List.of(), history.get(1))).hasSize(1);
        assertThat(twice.faults(history, history.get(2)))
                .anyMatch(fault -> fault.startsWith("replacement.removedCaseId"));
        assertThat(ReplacementCheck.faults(List.of(history.get(0)), history.get(1)))
                .containsExactly("frame: it stands in a file of its own, which was not given");

        Making silent = new Making(new Random(5), true);
        String forged = silent.next(true);
        assertThat(ReplacementCheck.faults(List.of(silent.record), forged, FrameLines.of(silent.lines())))
                .singleElement()
                .asString()
                .startsWith("replacement.substitute: computed ");
        twice.draw().write(folder.resolve("frames"));
        silent.published().write(folder.resolve("frames"));
        assertThat(AgreementTest.python(
                        Files.write(
                                folder.resolve("forged"),
                                List.of(history.get(0), history.get(2), silent.record, forged)),
                        folder.resolve("frames")))
                .isEqualTo("2 of 4 records intact");
    }

    private static History twice() {
        Making making = new Making(new Random(5), false);
        return new History(List.of(making.record, making.next(false), making.next(false)), making.published());
    }

    private static History history(Random random) {
        Making making = new Making(random, false);
        List<String> lines = new ArrayList<>(List.of(making.record));
        for (int i = 0; i < REPLACEMENTS && making.hasNext(); i++) {
            lines.add(making.next(false));
        }
        return new History(lines, making.published());
    }

    /** A draw whose cases fall out one after another, as the service replaces them. */
    private static final class Making {
        private final Random random;
        private final Draw draw;
        private final List<Unit> frame;
        private final List<Drawn> sample;
        private final List<InspectorDraw.Candidate> register;
        private final List<UUID> busy = new ArrayList<>();
        private final List<Replacement> made = new ArrayList<>();
        private final List<String> inspected;
        private final String record;
        private String previous;

        Making(Random random, boolean plain) {
            this.random = random;
            int units = 12 + random.nextInt(20);
            int strata = plain ? 1 : 1 + random.nextInt(3);
            this.frame = IntStream.range(0, units)
                    .mapToObj(i -> new Unit(
                            uuid().toString(),
                            strata == 1 ? Unit.ALL : "省" + i % strata,
                            plain ? 1 : 1 + random.nextInt(101)))
                    .sorted(Comparator.comparing(Unit::id))
                    .toList();
            SeedRule rule = new Dice("24 dice");
            Draw committed = Draw.commit(uuid(), Frame.of(frame), 3 + random.nextInt(3), rule, NOON)
                    .draw();
            this.register = IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> new InspectorDraw.Candidate(uuid(), random.nextInt(5) > 0, Set.of()))
                    .toList();
            String commitment = DrawRecord.commitment(
                    committed,
                    new DrawRecord.About("MIIT", uuid(), null, FrameRules.EVERY_CASE, Map.of(), List.of(), ids()),
                    NOON);
            SeedRule.Seed seed = committed.settle(SeedRule.Given.dice(DICE), NOON);
            Sample drawn = Sample.of(DICE, committed.frame(), committed.sampleSize(), frame);
            var completed = committed.complete(seed, drawn, NOON);
            this.sample = drawn.drawn();
            this.draw = completed.draw();
            InspectorDraw inspectors = new InspectorDraw(register, DICE);
            this.inspected = new ArrayList<>(completed.event().sample().ids());
            List<InspectorDraw.Allotment> allotments = inspected.stream()
                    .map(id -> inspectors.allot(id, new UUID(0, 1)))
                    .toList();
            allotments.forEach(one -> busy.addAll(one.drawn()));
            this.record = DrawRecord.record(AgreementTest.values(commitment), completed.event(), ids(), allotments);
            this.previous = record;
        }

        private List<Drawn> turn(String removed) {
            var history = new Succession.History(sample, made);
            Succession succession = new Succession(DICE, draw, history, removed, frame.size());
            frame.forEach(succession::add);
            return succession.turn();
        }

        List<String> lines() {
            return frame.stream().map(Unit::line).toList();
        }

        AgreementTest.Published published() {
            return new AgreementTest.Published(record, lines());
        }

        boolean hasNext() {
            return inspected.stream().anyMatch(one -> turn(one).size() > 1);
        }

        /** @param silent whether the first ticket is passed over without a word */
        String next(boolean silent) {
            String removed = inspected.stream()
                    .filter(one -> turn(one).size() > 1)
                    .findFirst()
                    .orElseThrow();
            List<Drawn> turn = turn(removed);
            boolean skip = random.nextBoolean();
            Drawn substitute = turn.get(skip || silent ? 1 : 0);
            List<Replacement.Skipped> skipped = skip && !silent
                    ? List.of(new Replacement.Skipped(turn.get(0).unit().id(), "closed"))
                    : List.of();
            Replacement replacement = new Replacement(made.size() + 1, removed, "operator-ceased", skipped, substitute);
            String id = substitute.unit().id();
            var allotment = new InspectorDraw(register, DICE).after(busy).allot(id, new UUID(0, 1));
            String line = ReplacementRecord.of(
                    draw.replace(replacement, NOON).event(),
                    new ReplacementRecord.About(draw.id(), Draw.digest(previous), "Why: \"gone\"\n", "officer-1"),
                    ids(),
                    allotment);
            busy.addAll(allotment.drawn());
            made.add(replacement);
            inspected.remove(removed);
            inspected.add(id);
            previous = line;
            return line;
        }

        private List<UUID> ids() {
            return register.stream().map(InspectorDraw.Candidate::id).toList();
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
