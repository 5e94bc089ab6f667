package org.regulus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A note of a process, by its number and the time it began, so that a number given to another process since is not mistaken for it. */
public final class PidFile {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);

    /** Null when nobody asked for notes. */
    private final Path file;

    private PidFile(Path file) {
        this.file = file;
    }

    /** @param folder where notes are kept, or null for none */
    static PidFile of(Path folder, String name) {
        return new PidFile(folder == null ? null : folder.resolve(name + ".pid"));
    }

    public static PidFile at(Path file) {
        return new PidFile(file);
    }

    public void write(ProcessHandle process) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    process.pid() + " "
                            + began(process).map(Instant::toEpochMilli).orElse(0L) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The noted process, if it still runs. */
    public Optional<ProcessHandle> living() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] note = Files.readString(file).strip().split(" ");
            Instant began = Instant.ofEpochMilli(Long.parseLong(note[1]));
            return ProcessHandle.of(Long.parseLong(note[0]))
                    .filter(PidFile::runs)
                    .filter(process -> sameBeginning(process, began));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException halfWritten) {
            return Optional.empty();
        }
    }

    /** Alive, and not only waiting for a parent that never asks how it ended, as the first process of a container often does. */
    public static boolean runs(ProcessHandle process) {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        try {
            return process.isAlive()
                    && (!Files.exists(stat) || !Files.readString(stat).contains(") Z "));
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static boolean sameBeginning(ProcessHandle process, Instant noted) {
        return began(process)
                .map(began -> Duration.between(began, noted).abs().compareTo(CLOCKS_DIFFER) < 0)
                .orElse(true);
    }

    private static Optional<Instant> began(ProcessHandle process) {
        return process.info().startInstant();
    }

    public void delete() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
