package org.regulus.common.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A business clock that can be moved and runs on from where it was put. Only the profiles {@code demo} and {@code test} have one.
 * On a local stack the services share its offset through a file, so that all of them move at once.
 */
public final class MovableClock implements InstantSource {

    private final Optional<Path> file;
    private volatile Duration offset = Duration.ZERO;

    MovableClock(Optional<Path> file) {
        this.file = file;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(offset()).truncatedTo(ChronoUnit.MICROS);
    }

    /** From now on it is {@code now}, and time goes on from there. */
    public void moveTo(Instant now) {
        put(Duration.between(InstantSource.system().instant(), now));
    }

    public void reset() {
        put(Duration.ZERO);
    }

    private Duration offset() {
        return file.filter(Files::exists).map(MovableClock::read).orElse(offset);
    }

    private void put(Duration moved) {
        offset = moved;
        file.ifPresent(shared -> write(shared, moved));
    }

    private static Duration read(Path shared) {
        try {
            return Duration.parse(Files.readString(shared).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By rename, so that no reader ever sees half a duration. */
    private static void write(Path shared, Duration moved) {
        try {
            Path fresh = Files.createTempFile(shared.toAbsolutePath().getParent(), "clock", ".new");
            Files.writeString(fresh, moved.toString());
            Files.move(fresh, shared, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
