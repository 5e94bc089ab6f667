package org.regulus.campaign.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.inspection.draw.Beacon;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.DrawRecord;
import org.regulus.inspection.draw.EarlierDraw;
import org.regulus.inspection.draw.Frame;
import org.regulus.inspection.draw.FrameRules;
import org.regulus.inspection.draw.FrameRules.Trait;
import org.regulus.inspection.draw.InspectorDraw;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.SeedRule;
import org.regulus.inspection.draw.Unit;

/** What the service draws, two programs that share no code with it draw again: this module's and the Python script beside it. */
class AgreementTest {

    private static final int DRAWS = 1000;
    private static final Instant NOON = Instant.parse("2019-07-24T04:00:00Z");
    private static final String DICE = "142536142536142536142536";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @TempDir
    Path folder;

    /** A record and the lines of the frame that stands beside it. */
    record Published(String record, List<String> frame) {
        List<String> faults() {
            return DrawCheck.faults(record, FrameLines.of(frame));
        }

        Path write(Path frames) throws IOException {
            Files.createDirectories(frames);
            return Files.write(frames.resolve(DrawCheck.frameDigest(record)), frame);
        }
    }

    @Test
    void a_thousand_draws_of_the_service_come_out_the_same() throws Exception {
        Random random = new Random(20190724);
        List<Published> draws =
                IntStream.range(0, DRAWS).mapToObj(i -> record(random)).toList();

        assertThat(draws).allSatisfy(draw -> assertThat(draw.faults()).isEmpty());
        for (Published draw : draws) {
            draw.write(folder.resolve("frames"));
        }
        Path records = Files.write(
                folder.resolve("records"), draws.stream().map(Published::record).toList());
        assertThat(python(records, folder.resolve("frames")))
                .isEqualTo("%d of %d records intact".formatted(DRAWS, DRAWS));
    }

    @Test
    void records_of_before_that_have_their_frame_in_them_can_be_verified_for_ever() throws Exception {
        Path before = Path.of("src/test/resources/draw-records-of-before.jsonl");
        assertThat(Files.readString(before)).contains("regulus-draw-record-2", "regulus-draw-record-3");
        List<String> history = new ArrayList<>();
        for (String line : Files.readAllLines(before)) {
            boolean replacement = ReplacementCheck.isOne(line);
            if (!replacement) {
                history.clear();
            }
            assertThat(replacement ? ReplacementCheck.faults(history, line) : DrawCheck.faults(line))
                    .isEmpty();
            history.add(line);
        }
        assertThat(python(before)).isEqualTo("16 of 16 records intact");
    }

    @Test
    void every_changed_character_is_found_by_both() throws Exception {
        Published draw = shortest();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < draw.record().length(); i++) {
            changed.add(changed(draw.record(), i));
        }
        assertThat(changed).allSatisfy(text -> assertThat(new Published(text, draw.frame()).faults())
                .isNotEmpty());
        assertThat(python(Files.write(folder.resolve("changed"), changed), draw.write(folder)))
                .endsWith("0 of %d records intact".formatted(changed.size()));
    }

    private static String changed(String text, int place) {
        char other = text.charAt(place) == '3' ? '4' : '3';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    @Test
    void every_changed_byte_of_the_frame_is_found_by_both() throws Exception {
        Published draw = shortest();
        Path record = Files.write(folder.resolve("record"), List.of(draw.record()));
        byte[] frame = Files.readAllBytes(draw.write(folder));
        Path other = folder.resolve("other");
        List<byte[]> changes = new ArrayList<>(List.of(
                java.util.Arrays.copyOf(frame, frame.length - 1),
                new byte[0],
                new String(frame, UTF_8).replace("\n", "\r\n").getBytes(UTF_8)));
        for (int i = 0; i < frame.length; i++) {
            byte[] change = frame.clone();
            change[i]++;
            changes.add(change);
        }
        for (int i = 0; i < changes.size(); i++) {
            Files.write(other, changes.get(i));
            assertThat(DrawCheck.faults(draw.record(), FrameLines.of(other))).isNotEmpty();
            if (i < 6) {
                assertThat(python(record, other)).isEqualTo("0 of 1 records intact");
            }
        }
        assertThat(DrawCheck.faults(draw.record()))
                .containsExactly("frame: it stands in a file of its own, which was not given");
        assertThat(python(record)).isEqualTo("0 of 1 records intact");
    }

    @Test
    void a_fault_is_named_by_its_place() {
        Published draw = shortest();
        assertThat(faults(draw, "\"seed\":\"1", "\"seed\":\"2"))
                .anyMatch(fault -> fault.startsWith("result: it does not have the digest"));
        assertThat(faults(draw, "\"ticket\":\"0.", "\"ticket\":\"0.0"))
                .anyMatch(fault -> fault.startsWith("result.sample[0]: computed "));
        assertThat(faults(draw, "\"frameSize\":", "\"frameSize\":1")).anyMatch(fault -> fault.startsWith("frame: "));
        assertThat(faults(draw, ",", ", ")).singleElement().asString().startsWith("character ");
        assertThat(DrawCheck.faults("{}"))
                .containsExactly("format: it is not regulus-draw-record-4, nor one of before");
    }

    private static List<String> faults(Published draw, String from, String to) {
        return new Published(draw.record().replaceFirst(from, to), draw.frame()).faults();
    }

    /** Who writes the record anew, with all its digests, can still not give a unit another weight than that of its class. */
    @Test
    void a_weight_or_a_stratum_that_is_not_that_of_the_class_is_found_by_both() throws Exception {
        List<Unit> fair = List.of(new Unit("a", "D", 75, "D"), new Unit("b", "none", 3, "none"));
        List<List<Unit>> forged = List.of(
                List.of(new Unit("a", "D", 75, "D"), new Unit("b", "none", 4, "none")),
                List.of(new Unit("a", "D", 75, "D"), new Unit("b", "A", 3, "none")),
                List.of(new Unit("a", "D", 75, "D"), new Unit("b", "all", 1)),
                List.of(new Unit("a", "D", 75), new Unit("b", "none", 3)));
        Random random = new Random(4);
        assertThat(record(random, RULES.get(3), fair, 2).faults()).isEmpty();
        List<String> records = new ArrayList<>();
        for (List<Unit> frame : forged) {
            Published draw = record(random, RULES.get(3), frame, 2);
            assertThat(draw.faults()).singleElement().asString().endsWith("does not fit commitment.frameRules");
            records.add(draw.record());
            draw.write(folder.resolve("frames"));
        }
        assertThat(python(Files.write(folder.resolve("forged"), records), folder.resolve("frames")))
                .isEqualTo("0 of 4 records intact");
    }

    /** The shortest of a hundred records of draws by dice. */
    private static Published shortest() {
        Random random = new Random(3);
        return IntStream.range(0, 100)
                .mapToObj(i -> record(random))
                .filter(draw -> draw.record().contains("\"seed\":\"" + DICE))
                .min(Comparator.comparing(draw -> draw.record().length()))
                .orElseThrow();
    }

    /** The Python script's last line. */
    static String python(Path... files) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(Stream.concat(
                                    Stream.of("python3", "../verify_draw.py"),
                                    Stream.of(files).map(Path::toString))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            assumeTrue(false, "There is no python3: the second verifier was not run");
            return "";
        }
        List<String> lines = new String(
                        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines.get(lines.size() - 1);
    }

    @Test
    void inspectors_who_were_not_committed_to_are_found_by_both() throws Exception {
        List<Published> forged = IntStream.range(0, 20)
                .mapToObj(i -> record(new Random(i), commitment -> commitment.put("inspectorRegister", List.of("x"))))
                .toList();

        assertThat(forged).allSatisfy(draw -> assertThat(draw.faults())
                .containsExactly("result.inspectorRegister: it is not commitment.inspectorRegister"));
        for (Published draw : forged) {
            draw.write(folder.resolve("frames"));
        }
        Path records = Files.write(
                folder.resolve("forged"), forged.stream().map(Published::record).toList());
        assertThat(python(records, folder.resolve("frames"))).isEqualTo("0 of 20 records intact");
    }

    /** Draws of before committed to no inspectors. */
    private static Published record(Random random) {
        boolean older = random.nextInt(4) == 0;
        return record(random, commitment -> {
            if (older) {
                commitment.remove("inspectorRegister");
            }
        });
    }

    private static Published record(Random random, Consumer<Map<String, Object>> change) {
        int units = 1 + random.nextInt(40);
        int strata = 1 + random.nextInt(Math.min(units, 4));
        FrameRules rules = RULES.get(random.nextInt(RULES.size()));
        boolean weighted = random.nextBoolean();
        List<Unit> frame = IntStream.range(0, units)
                .mapToObj(i -> rules.equals(FrameRules.EVERY_CASE)
                        ? new Unit(
                                uuid(random).toString(),
                                strata == 1 ? Unit.ALL : "省" + i % strata,
                                weighted ? 1 + random.nextInt(101) : 1)
                        : rules.of(List.of(candidate(random, i % strata)))
                                .units()
                                .get(0))
                .toList();
        return record(random, rules, frame, strata + random.nextInt(units - strata + 1), change);
    }

    private static Published record(Random random, FrameRules rules, List<Unit> units, int size) {
        return record(random, rules, units, size, commitment -> {});
    }

    private static Published record(
            Random random, FrameRules rules, List<Unit> units, int size, Consumer<Map<String, Object>> change) {
        List<Unit> frame = units.stream().sorted(Comparator.comparing(Unit::id)).toList();
        SeedRule rule = rule(random);
        Draw draw = Draw.commit(uuid(random), Frame.of(frame), size, rule, NOON).draw();
        List<InspectorDraw.Candidate> register = IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> new InspectorDraw.Candidate(uuid(random), random.nextInt(5) > 0, Set.of()))
                .toList();
        Map<String, Object> commitment = values(DrawRecord.commitment(
                draw,
                new DrawRecord.About(
                        "MIIT",
                        uuid(random),
                        "Why: \"again\"\n",
                        rules,
                        Map.of("filter", 3),
                        List.of(new EarlierDraw(uuid(random), Draw.State.ABANDONED, Draw.digest("x"))),
                        register.stream().map(InspectorDraw.Candidate::id).toList()),
                NOON));
        change.accept(commitment);
        SeedRule.Seed seed = draw.settle(given(rule), NOON);
        Draw.DrawCompleted event = draw.complete(seed, Sample.of(seed.text(), draw.frame(), size, frame), NOON)
                .event();
        InspectorDraw inspectors = new InspectorDraw(register, event.seed().text());
        String record = DrawRecord.record(
                commitment,
                event,
                register.stream().map(InspectorDraw.Candidate::id).toList(),
                event.sample().ids().stream()
                        .map(id -> inspectors.allot(id, new UUID(0, 1)))
                        .toList());
        return new Published(record, frame.stream().map(Unit::line).toList());
    }

    private static final Map<String, Integer> RATIOS = Map.of("A", 1, "B", 4, "C", 15, "D", 75, "none", 3);

    private static final List<FrameRules> RULES = List.of(
            FrameRules.EVERY_CASE,
            rules(List.of(), FrameRules.Weight.CREDIT_CLASS, RATIOS),
            rules(List.of(Trait.PROVINCE, Trait.CREDIT_CLASS), FrameRules.Weight.RISK_SCORE, Map.of()),
            rules(List.of(Trait.CREDIT_CLASS), FrameRules.Weight.CREDIT_CLASS, RATIOS));

    private static FrameRules rules(List<Trait> strata, FrameRules.Weight weight, Map<String, Integer> ratios) {
        return new FrameRules(Set.of(), Set.of(), Set.of(), null, null, null, strata, weight, ratios);
    }

    /** @param kind cases of one kind have one credit class, so that there are so many strata and no more */
    private static FrameRules.Candidate candidate(Random random, int kind) {
        String creditClass = List.of("A", "", "D", "B").get(kind);
        return new FrameRules.Candidate(
                uuid(random).toString(),
                "44",
                "B25",
                List.of("app"),
                random.nextInt(101),
                0,
                0,
                creditClass,
                uuid(random));
    }

    private static final SeedRule.Reveal ONE = new SeedRule.Reveal("one", "a".repeat(64), "12345678901234567890");
    private static final SeedRule.Reveal TWO = new SeedRule.Reveal("two", "b".repeat(64), "98765432109876543210");

    private static SeedRule rule(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Dice("24 dice");
            case 1 -> new Beacon("drand", Beacon.Chain.DEFAULT, -9_000_000);
            default -> new CommitReveal("two bodies", List.of(party(ONE), party(TWO)), NOON);
        };
    }

    private static CommitReveal.Party party(SeedRule.Reveal reveal) {
        return new CommitReveal.Party(reveal.party(), Draw.digest(reveal.nonce() + reveal.share()));
    }

    private static SeedRule.Given given(SeedRule rule) {
        return rule instanceof CommitReveal
                ? new SeedRule.Given(null, null, List.of(ONE), DICE)
                : new SeedRule.Given(DICE, "ab".repeat(96), List.of(), null);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static Map<String, Object> values(String json) {
        try {
            return new ObjectMapper().readValue(json, OBJECT);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
