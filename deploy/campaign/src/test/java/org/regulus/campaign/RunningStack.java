package org.regulus.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real stack, started and ended by its own launcher, with its data below {@code target/}: the launcher is shown a root that holds
 * links to the built modules and nothing else.
 */
final class RunningStack implements AutoCloseable {

    private static final List<String> LINKS = List.of(
            "deploy/realm",
            "deploy/parts",
            "filing-service",
            "inspection-service",
            "sanctions-service",
            "notification-service");
    private static final int START_SECONDS = 240;
    private static final int STOP_SECONDS = 90;

    private final Path view;

    private RunningStack(Path view) {
        this.view = view;
    }

    static RunningStack start(Path root, int portOffset) throws Exception {
        RunningStack stack = new RunningStack(view(root));
        stack.launch("down", STOP_SECONDS);
        stack.launch("up", START_SECONDS, "--fresh", "--port-offset", String.valueOf(portOffset));
        return stack;
    }

    private static Path view(Path root) throws IOException {
        Path view = Path.of("target/stack").toAbsolutePath();
        Files.createDirectories(view.resolve("deploy"));
        for (String name : LINKS) {
            Path link = view.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, root.resolve(name));
        }
        Files.copy(root.resolve("mvnw"), view.resolve("mvnw"), StandardCopyOption.REPLACE_EXISTING);
        return view;
    }

    private void launch(String command, int seconds, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dregulus.root=" + view,
                "-cp",
                System.getProperty("java.class.path"),
                "org.regulus.local.stack.Stack",
                command));
        line.addAll(List.of(options));
        Path output = view.resolve(command + ".out");
        Process launcher = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!launcher.waitFor(seconds, TimeUnit.SECONDS)) {
            launcher.destroyForcibly();
            throw new IllegalStateException(
                    command + " took longer than " + seconds + " s:\n" + Files.readString(output));
        }
        if (launcher.exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
        }
    }

    /** One part as the launcher knows it. */
    record Part(String name, String state, long pid, int restarts) {}

    Part part(String name) {
        try (Stream<String> states = Files.lines(view.resolve("deploy/data/run/states"))) {
            return states.map(line -> line.split("\t"))
                    .filter(fields -> fields[0].equals(name))
                    .map(fields -> new Part(name, fields[1], Long.parseLong(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As a crash would: without a word of warning. */
    void kill(String name) {
        ProcessHandle.of(part(name).pid()).orElseThrow().destroyForcibly();
    }

    /** The logs stay for the reader of a failed build, the data do not. */
    @Override
    public void close() throws Exception {
        launch("down", STOP_SECONDS);
        for (String data : List.of("postgres", "kafka")) {
            Path folder = view.resolve("deploy/data").resolve(data);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
