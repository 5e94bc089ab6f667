package org.regulus.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regulus.campaign.draw.DrawCheck;
import org.regulus.campaign.draw.FrameLines;
import org.regulus.campaign.draw.InspectorReplacementCheck;
import org.regulus.campaign.draw.ReplacementCheck;

/**
 * Draws a published draw record again, and checks that each replacement in the lines after it, of a case and then of an inspector, is the
 * next ticket. With the digests that the
 * events draw-committed, draw-completed and draw-replacement-made announced, it also says whether what it reads is what was announced; the
 * last replacement's holds all before it.
 *
 * The frame of a record that has it not in it stands in a file of its own, or in a folder under its digest. It is read, never held.
 */
public final class VerifyDraw {

    private static final String USAGE =
            "usage: deploy/verify-draw [--commitment SHA256] [--record SHA256] [--replacement SHA256] RECORD [FRAME]";

    private VerifyDraw() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> verify(line)));
    }

    static int verify(String[] line) {
        Arguments arguments = Arguments.parse(line, Set.of("--commitment", "--record", "--replacement"), Set.of())
                .atMostWords(2);
        String file = arguments.word(0).orElseThrow(() -> new Arguments.Wrong("which record shall be verified?"));
        Path frame = arguments.word(1).map(Path::of).orElse(null);
        List<String> records = records(Path.of(file));
        int wrong = 0;
        History history = new History(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < records.size(); i++) {
            List<String> faults = faults(history, records.get(i), frame, arguments);
            String place = records.size() == 1 ? "" : "record %d: ".formatted(i + 1);
            faults.forEach(fault -> System.out.println("NOT intact: " + place + fault));
            wrong += faults.isEmpty() ? 0 : 1;
        }
        String last = arguments.text("--replacement", "");
        if (!last.isEmpty()
                && !DrawCheck.digestOf(records.get(records.size() - 1), "record")
                        .equals(last)) {
            System.out.println("NOT intact: replacement: the last line is not the one that was announced");
            wrong++;
        }
        if (wrong == 0) {
            System.out.printf(
                    "intact: %d draw record%s, drawn again with the same result%n",
                    records.size(), records.size() == 1 ? "" : "s");
        }
        return wrong == 0 ? 0 : 1;
    }

    /**
     * What was read of the last draw until here.
     *
     * @param cases the draw record and the replacements of its cases
     * @param inspectors those of its inspectors
     */
    private record History(List<String> cases, List<String> inspectors) {}

    /** This line is added to the history. */
    private static List<String> faults(History read, String record, Path frame, Arguments arguments) {
        if (InspectorReplacementCheck.isOne(record)) {
            List<String> faults = InspectorReplacementCheck.faults(read.cases(), read.inspectors(), record);
            read.inspectors().add(record);
            return faults;
        }
        List<String> history = read.cases();
        if (ReplacementCheck.isOne(record)) {
            List<String> faults =
                    ReplacementCheck.faults(history, record, history.isEmpty() ? null : lines(frame, history.get(0)));
            history.add(record);
            return faults;
        }
        history.clear();
        read.inspectors().clear();
        history.add(record);
        List<String> faults = DrawCheck.faults(record, lines(frame, record));
        if (!faults.isEmpty()) {
            return faults;
        }
        for (String part : List.of("commitment", "record")) {
            String announced = arguments.text("--" + part, "");
            if (!announced.isEmpty() && !DrawCheck.digestOf(record, part).equals(announced)) {
                return List.of("%s: it is not the one that was announced".formatted(part));
            }
        }
        return List.of();
    }

    /** @param frame the file, or the folder in which it has its digest as name; null when none was given */
    private static FrameLines lines(Path frame, String record) {
        String digest = DrawCheck.frameDigest(record);
        if (frame == null || digest.isEmpty()) {
            return null;
        }
        Path file = Files.isDirectory(frame) ? frame.resolve(digest) : frame;
        if (!Files.isRegularFile(file)) {
            throw new Arguments.Wrong("There is no frame " + file);
        }
        return FrameLines.of(file);
    }

    /** A record is one line: its canonical form has no line ends. */
    private static List<String> records(Path file) {
        try {
            List<String> records = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (records.isEmpty()) {
                throw new Arguments.Wrong(file + " is empty");
            }
            return records;
        } catch (IOException unreadable) {
            throw new Arguments.Wrong("Cannot read " + file);
        }
    }
}
