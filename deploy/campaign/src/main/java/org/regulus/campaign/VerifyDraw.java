package org.regulus.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.regulus.campaign.draw.DrawCheck;

/**
 * Draws a published draw record again. With the digests that the events draw-committed and draw-completed announced, it also says whether
 * the record is the one that was announced.
 */
public final class VerifyDraw {

    private static final String USAGE = "usage: deploy/verify-draw [--commitment SHA256] [--record SHA256] FILE";

    private VerifyDraw() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> verify(line)));
    }

    static int verify(String[] line) {
        Arguments arguments = Arguments.parse(line, Set.of("--commitment", "--record"), Set.of())
                .atMostWords(1);
        String file = arguments.word(0).orElseThrow(() -> new Arguments.Wrong("which record shall be verified?"));
        List<String> records = records(Path.of(file));
        int wrong = 0;
        for (int i = 0; i < records.size(); i++) {
            List<String> faults = faults(records.get(i), arguments);
            String place = records.size() == 1 ? "" : "record %d: ".formatted(i + 1);
            faults.forEach(fault -> System.out.println("NOT intact: " + place + fault));
            wrong += faults.isEmpty() ? 0 : 1;
        }
        if (wrong == 0) {
            System.out.printf(
                    "intact: %d draw record%s, drawn again with the same result%n",
                    records.size(), records.size() == 1 ? "" : "s");
        }
        return wrong == 0 ? 0 : 1;
    }

    private static List<String> faults(String record, Arguments arguments) {
        List<String> faults = DrawCheck.faults(record);
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
