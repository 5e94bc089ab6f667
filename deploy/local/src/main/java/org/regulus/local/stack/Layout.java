package org.regulus.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.regulus.local.PidFile;

/** The folders of a local stack. */
record Layout(Path root) {

    Path data() {
        return root.resolve("deploy/data");
    }

    Path logs() {
        return data().resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** What is known of the running stack: pids, states, addresses. */
    Path run() {
        return data().resolve("run");
    }

    Path states() {
        return run().resolve("states");
    }

    Path outcome() {
        return run().resolve("outcome");
    }

    Path addresses() {
        return run().resolve("addresses.properties");
    }

    Path realm() {
        return root.resolve("deploy/realm/regulus-realm.json");
    }

    Path accounts() {
        return root.resolve("deploy/realm/accounts.csv");
    }

    PidFile supervisor() {
        return PidFile.at(run().resolve("supervisor.pid"));
    }

    Path shown(Path path) {
        return root.relativize(path);
    }

    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException unwritable) {
            throw new Sorry("Cannot write below %s: %s.".formatted(data(), unwritable.getMessage()));
        }
    }

    /** Each start begins its logs anew and keeps those of the start before. */
    void turnLogs() {
        for (Path log : list(logs())) {
            if (log.toString().endsWith(".log") && !log.endsWith("build.log") && !log.endsWith("supervisor.log")) {
                move(log, log.resolveSibling(log.getFileName() + ".1"));
            }
        }
    }

    /** Forgets all data: databases, topics, mails, logs. */
    void wipe() {
        if (!Files.exists(data())) {
            return;
        }
        try (Stream<Path> everything = Files.walk(data())) {
            for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException undeletable) {
            throw new Sorry("Cannot delete %s: %s.".formatted(data(), undeletable.getMessage()));
        }
    }

    /** The parts whose pids are noted and alive, the supervisor not among them. */
    List<ProcessHandle> livingParts() {
        return list(run()).stream()
                .filter(file -> file.toString().endsWith(".pid") && !file.endsWith("supervisor.pid"))
                .flatMap(file -> PidFile.at(file).living().stream())
                .toList();
    }

    /** Never half-written: a reader sees the old content or the new. */
    void write(Path file, String content) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, content);
            move(fresh, file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException immovable) {
            throw new UncheckedIOException(immovable);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
