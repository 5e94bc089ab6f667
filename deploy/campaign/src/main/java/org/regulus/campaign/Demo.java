package org.regulus.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.regulus.campaign.play.Campaign2019;
import org.regulus.campaign.play.Play;
import org.regulus.campaign.play.Progress;
import org.regulus.campaign.registry.Register;

/** Plays the campaign of 2019 on a running stack, as its users would, and checks what came of it. */
public final class Demo {

    private static final String USAGE = "usage: deploy/demo [--operators N] [--port-offset N] [--seed TEXT]";
    private static final int OPERATORS = 500;
    private static final int OPERATORS_MIN = 20;
    private static final int OPERATORS_MAX = 20_000;
    private static final String SEED = "2019";

    private Demo() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> play(line, System.out)));
    }

    /** @return 0 when every case ended as the rules allow and every event is in the ledger */
    static int play(String[] line, PrintStream out) {
        Arguments arguments = Arguments.parse(line, Set.of("--operators", "--port-offset", "--seed"), Set.of())
                .atMostWords(0);
        int operators = arguments.number("--operators", OPERATORS, OPERATORS_MIN, OPERATORS_MAX);
        String seed = arguments.text("--seed", SEED);
        Progress progress = new Progress(out);
        Path file = register(seed, operators);
        progress.say(
                "register of %d synthetic operators: %s",
                operators, Command.root().relativize(file));
        try (Play play = new Play(Command.stack(arguments), Campaign2019.authority(), progress)) {
            List<String> faults = new Campaign2019(play, seed).run(Files.readString(file), operators);
            out.println();
            faults.forEach(fault -> out.println("FAULT: " + fault));
            progress.say(
                    faults.isEmpty()
                            ? "The campaign is over, and every case ended as the rules allow."
                            : "%d faults.".formatted(faults.size()));
            return faults.isEmpty() ? 0 : 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sample that is shipped, or one made from the seed. */
    private static Path register(String seed, int operators) {
        if (seed.equals(SEED) && operators == OPERATORS) {
            return Command.root().resolve("deploy/sample/operators-500.csv");
        }
        try {
            Path folder = Files.createDirectories(Command.root().resolve("deploy/data"));
            Path file =
                    folder.resolve("operators-%s-%d.csv".formatted(seed.replaceAll("[^A-Za-z0-9]", "_"), operators));
            return Files.writeString(file, Register.csv(seed, operators));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
