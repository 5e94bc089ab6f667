package org.regulus.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.regulus.inspection.draw.InspectorReplacementRecord;
import org.regulus.inspection.draw.InspectorReplacementRecord.Place;
import org.regulus.inspection.draw.InspectorReplacementRecord.Replaced;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.draw.Unit;

/** Who the service says takes the place of a recused inspector, both verifiers compute too, and nobody else passes. */
class InspectorReplacementAgreementTest {

    private static final int DRAWS = 200;
    private static final Instant NOON = Instant.parse("2019-07-24T04:00:00Z");
    private static final String DICE = "142536142536142536142536";

    @TempDir
    Path folder;

    @Test
    void the_recusals_of_many_draws_come_out_the_same() throws Exception {
        Random random = new Random(20190726);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            Making making = new Making(random);
            for (String line : making.recusals(3)) {
                assertThat(making.faults(line)).isEmpty();
                making.made.add(line);
            }
            lines.addAll(making.lines());
            making.published().write(folder);
        }
        assertThat(lines).hasSizeGreaterThan(2 * DRAWS);
        assertThat(AgreementTest.python(Files.write(folder.resolve("histories"), lines), folder))
                .isEqualTo("%1$d of %1$d records intact".formatted(lines.size()));
    }

    @Test
    void every_changed_character_is_found_by_both() throws Exception {
        Making making = twice();
        String last = making.made.remove(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < last.length(); i++) {
            char other = last.charAt(i) == '3' ? '4' : '3';
            String changed = last.substring(0, i) + other + last.substring(i + 1);
            assertThat(making.faults(changed)).isNotEmpty();
            lines.addAll(making.lines());
            lines.add(changed);
        }
        making.published().write(folder);
        assertThat(AgreementTest.python(Files.write(folder.resolve("changed"), lines), folder))
                .endsWith("%d of %d records intact".formatted(2 * last.length(), 3 * last.length()));
    }

    /** Who came on the register after the commitment, or was passed over in silence, or does not inspect that case. */
    @Test
    void nobody_else_takes_the_place() throws Exception {
        Making making = twice();
        String last = making.made.remove(1);
        List<Replaced> forged = new ArrayList<>();
        Replaced fair = making.replaced.get(1);
        forged.add(new Replaced(fair.caseId(), fair.removed(), fair.excluded(), new UUID(9, 9)));
        InspectorDraw.Excluded passed = new InspectorDraw.Excluded(fair.substitute(), "inactive");
        UUID beyond = InspectorDraw.next(
                        making.without(fair.substitute()),
                        DICE,
                        fair.caseId(),
                        making.operator,
                        making.inspecting(fair))
                .orElseThrow();
        forged.add(new Replaced(fair.caseId(), fair.removed(), fair.excluded(), beyond));
        forged.add(new Replaced(fair.caseId(), fair.removed(), List.of(passed), beyond));
        forged.add(new Replaced(fair.caseId(), beyond, fair.excluded(), fair.substitute()));
        List<String> lines = new ArrayList<>();
        for (Replaced one : forged) {
            String line = making.line(one);
            assertThat(making.faults(line)).singleElement().asString().startsWith("replacement.");
            lines.addAll(making.lines());
            lines.add(line);
        }
        assertThat(InspectorReplacementCheck.faults(List.of(making.record), List.of(), last))
                .anyMatch(fault -> fault.contains("previousDigest"));
        making.published().write(folder);
        assertThat(AgreementTest.python(Files.write(folder.resolve("forged"), lines), folder))
                .isEqualTo("8 of 12 records intact");
    }

    private static Making twice() {
        Random random = new Random(11);
        while (true) {
            Making making = new Making(random);
            making.made.addAll(making.recusals(2));
            if (making.made.size() == 2 && making.register.size() > 5) {
                return making;
            }
        }
    }

    /** A draw whose inspectors are recused one after another, as the service replaces them. */
    private static final class Making {
        private final Random random;
        private final UUID operator = new UUID(0, 1);
        private final UUID drawId;
        private final List<InspectorDraw.Candidate> register;
        private final List<String> units;
        private final Map<String, List<UUID>> inspectors = new HashMap<>();
        private final Set<UUID> recused = new HashSet<>();
        private final List<Replaced> replaced = new ArrayList<>();
        private final List<String> made = new ArrayList<>();
        private final String record;

        Making(Random random) {
            this.random = random;
            this.drawId = uuid();
            List<Unit> frame = IntStream.range(0, 4)
                    .mapToObj(i -> new Unit(uuid().toString(), Unit.ALL, 1))
                    .sorted(java.util.Comparator.comparing(Unit::id))
                    .toList();
            this.units = frame.stream().map(Unit::line).toList();
            this.register = IntStream.range(0, 2 + random.nextInt(6))
                    .mapToObj(i -> new InspectorDraw.Candidate(uuid(), random.nextInt(5) > 0, Set.of()))
                    .toList();
            Draw committed = Draw.commit(drawId, Frame.of(frame), 2, new Dice("24 dice"), NOON)
                    .draw();
            String commitment = DrawRecord.commitment(
                    committed,
                    new DrawRecord.About("MIIT", uuid(), null, FrameRules.EVERY_CASE, Map.of(), List.of(), ids()),
                    NOON);
            SeedRule.Seed seed = committed.settle(SeedRule.Given.dice(DICE), NOON);
            var completed = committed.complete(seed, Sample.of(DICE, committed.frame(), 2, frame), NOON);
            InspectorDraw draw = new InspectorDraw(register, DICE);
            List<InspectorDraw.Allotment> allotments = completed.event().sample().ids().stream()
                    .map(id -> draw.allot(id, operator))
                    .toList();
            allotments.forEach(one -> inspectors.put(one.caseId(), new ArrayList<>(one.drawn())));
            this.record = DrawRecord.record(AgreementTest.values(commitment), completed.event(), ids(), allotments);
        }

        /** Each line as the one that follows those before it. */
        List<String> recusals(int most) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                String caseId = List.copyOf(inspectors.keySet()).get(random.nextInt(2));
                List<UUID> inspecting = inspectors.get(caseId);
                if (inspecting.isEmpty()) {
                    return lines;
                }
                UUID removed = inspecting.get(random.nextInt(2));
                recused.add(removed);
                var substitute = InspectorDraw.next(now(), DICE, caseId, operator, inspecting);
                if (substitute.isEmpty()) {
                    return lines;
                }
                Replaced one = new Replaced(
                        caseId, removed, InspectorDraw.excluded(now(), operator), substitute.orElseThrow());
                String line = line(one, lines);
                lines.add(line);
                replaced.add(one);
                inspecting.replaceAll(id -> id.equals(removed) ? one.substitute() : id);
            }
            return lines;
        }

        String line(Replaced one) {
            return line(one, made);
        }

        private String line(Replaced one, List<String> before) {
            String previous = before.isEmpty() ? record : before.get(before.size() - 1);
            Place place = new Place(drawId, before.size() + 1, Draw.digest(previous));
            return InspectorReplacementRecord.of(place, one, NOON);
        }

        List<InspectorDraw.Candidate> without(UUID id) {
            return now().stream().filter(one -> !one.id().equals(id)).toList();
        }

        /** Before that one was made. */
        List<UUID> inspecting(Replaced one) {
            return inspectors.get(one.caseId()).stream()
                    .map(id -> id.equals(one.substitute()) ? one.removed() : id)
                    .toList();
        }

        private List<InspectorDraw.Candidate> now() {
            return register.stream()
                    .map(one -> new InspectorDraw.Candidate(
                            one.id(), one.active(), recused.contains(one.id()) ? Set.of(operator) : Set.of()))
                    .toList();
        }

        List<String> faults(String line) {
            return InspectorReplacementCheck.faults(List.of(record), made, line);
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(record));
            lines.addAll(made);
            return lines;
        }

        AgreementTest.Published published() {
            return new AgreementTest.Published(record, units);
        }

        private List<UUID> ids() {
            return register.stream().map(InspectorDraw.Candidate::id).toList();
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
