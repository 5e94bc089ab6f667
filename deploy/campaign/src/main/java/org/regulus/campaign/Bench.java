package org.regulus.campaign;

import java.util.Set;
import org.regulus.campaign.bench.Lifecycle;

/** Measures a running stack. */
public final class Bench {

    private static final String USAGE = "usage: deploy/bench lifecycle [--seconds N] [--port-offset N]";
    private static final int SECONDS = 20;
    private static final int SECONDS_MAX = 120;

    private Bench() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> measure(line)));
    }

    private static int measure(String[] line) {
        Arguments arguments = Arguments.parse(line, Set.of("--seconds", "--port-offset"), Set.of())
                .atMostWords(1);
        String what = arguments.word(0).orElseThrow(() -> new Arguments.Wrong("what shall be measured?"));
        if (!what.equals("lifecycle")) {
            throw new Arguments.Wrong("there is no benchmark \"" + what + "\"");
        }
        new Lifecycle(Command.stack(arguments), System.out).run(arguments.number("--seconds", SECONDS, 2, SECONDS_MAX));
        return 0;
    }
}
