package org.regulus.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.regulus.local.PidFile;

/** Tables of what runs, where, and who may come in. */
final class Status {

    private static final double MEBI = 1024.0;

    private final Layout layout;

    Status(Layout layout) {
        this.layout = layout;
    }

    /** @return whether everything is ready */
    boolean show() {
        List<String> states = layout.read(layout.states()).lines().toList();
        boolean watched = layout.supervisor().living().isPresent();
        if (!watched && layout.livingParts().isEmpty()) {
            System.out.println("The stack is not running. Start it: deploy/up");
            return false;
        }
        boolean well = watched;
        double total = 0;
        System.out.printf("%-22s %-11s %8s %9s %9s  %s%n", "part", "state", "pid", "memory", "restarts", "address");
        for (String line : states) {
            String[] part = line.split("\t");
            boolean alive = ProcessHandle.of(Long.parseLong(part[2]))
                    .filter(PidFile::runs)
                    .isPresent();
            String state = alive ? part[1] : "gone";
            double memory = alive ? memory(Long.parseLong(part[2])) : 0;
            total += memory;
            well &= state.equals("ready");
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %-11s %8s %5.0f MiB %9s  %s%n",
                    part[0],
                    state,
                    part[2],
                    memory,
                    part[3],
                    part[4]);
        }
        System.out.printf(Locale.ROOT, "%-22s %-11s %8s %5.0f MiB%n", "together", "", "", total + supervisor());
        if (!watched) {
            System.out.println("The supervisor was killed: nothing brings a part back. Start it again: deploy/up");
        }
        return well;
    }

    /** After a start: the addresses, the accounts and the logs. */
    void showAll() {
        System.out.println();
        show();
        System.out.printf("%n%-18s %-16s %-17s %s%n", "sample account", "password", "role", "for");
        layout.read(layout.accounts())
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(account ->
                        System.out.printf("%-18s %-16s %-17s %s%n", account[0], account[1], account[2], account[3]));
        System.out.printf(
                "Keycloak's own administrator: %s / %s%n%nLogs: %s/<part>.log   End: deploy/down   Look: deploy/status%n",
                Keycloak.ADMIN, Keycloak.ADMIN_PASSWORD, layout.shown(layout.logs()));
    }

    private double supervisor() {
        return layout.supervisor()
                .living()
                .map(process -> proportional(process.pid()))
                .orElse(0.0);
    }

    /** A server's and its children's memory in MiB; pages that several processes share are counted once (Linux only). */
    private static double memory(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process -> proportional(process.pid()))
                .sum();
    }

    private static double proportional(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return kibibytes(lines.filter(line -> line.startsWith("Pss:")).findFirst()) / MEBI;
        } catch (IOException | java.io.UncheckedIOException notTold) {
            return 0;
        }
    }

    private static double kibibytes(Optional<String> line) {
        return line.map(text -> Double.parseDouble(text.replaceAll("[^0-9]", "")))
                .orElse(0.0);
    }
}
