package org.regulus.campaign;

import java.util.Set;
import org.regulus.campaign.bench.LedgerRates;
import org.regulus.campaign.bench.Lifecycle;
import org.regulus.campaign.bench.Surge;
import org.regulus.campaign.client.Stack;

/** Measures a running stack. */
public final class Bench {

    private static final String USAGE =
            """
            usage: deploy/bench lifecycle [--seconds N] [--port-offset N]
                   deploy/bench surge [--operators N] [--port-offset N]
                   deploy/bench ledger [--entries N] [--port-offset N]""";
    private static final int SECONDS = 20;
    private static final int SECONDS_MAX = 120;
    private static final int OPERATORS = 2_000;
    private static final int OPERATORS_MAX = 5_000;
    private static final int ENTRIES = 20_000;
    private static final int ENTRIES_MAX = 10_000_000;

    private Bench() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> measure(line)));
    }

    private static int measure(String[] line) {
        Arguments arguments = Arguments.parse(
                        line, Set.of("--seconds", "--operators", "--entries", "--port-offset"), Set.of())
                .atMostWords(1);
        String what = arguments.word(0).orElseThrow(() -> new Arguments.Wrong("what shall be measured?"));
        Stack stack = Command.stack(arguments);
        switch (what) {
            case "lifecycle" -> new Lifecycle(stack, System.out)
                    .run(arguments.number("--seconds", SECONDS, 2, SECONDS_MAX));
            case "surge" -> {
                return new Surge(stack, System.out).run(arguments.number("--operators", OPERATORS, 2, OPERATORS_MAX))
                        ? 0
                        : 1;
            }
            case "ledger" -> {
                return new LedgerRates(stack, System.out).run(arguments.number("--entries", ENTRIES, 1, ENTRIES_MAX))
                        ? 0
                        : 1;
            }
            default -> throw new Arguments.Wrong("there is no benchmark \"" + what + "\"");
        }
        return 0;
    }
}
