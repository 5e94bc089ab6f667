package org.regulus.notification.ledger.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;

/**
 * Copies each checkpoint into a directory that is somebody else's: a mount that this installation can add to and not change. One file a
 * checkpoint, named by its size; after downtime it goes on behind the last one that is there.
 */
@ApplicationScoped
class Witness {

    private static final Logger LOG = Logger.getLogger(Witness.class);
    private static final int BATCH = 100;
    private static final String ENDING = ".checkpoint";

    private final KeptCheckpoints checkpoints;
    private final LedgerLimits limits;

    Witness(KeptCheckpoints checkpoints, LedgerLimits limits) {
        this.checkpoints = checkpoints;
        this.limits = limits;
    }

    @Scheduled(every = "{regulus.ledger.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> copy() {
        if (limits.witnessDirectory().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Path directory = limits.witnessDirectory().get();
        return blocking(() -> last(directory))
                .chain(last -> Panache.withSession(() -> checkpoints.after(last, BATCH)))
                .chain(further -> blocking(() -> write(directory, further)));
    }

    /** Files are written on a worker; the answer comes back to the context on which the database session lives. */
    private static <T> Uni<T> blocking(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(
                        () -> Vertx.currentContext().executeBlocking(work).toCompletionStage());
    }

    /** The newest that is there; a directory that cannot be read at this moment says nothing. */
    Uni<Optional<Kept>> newest() {
        return limits.witnessDirectory()
                .map(directory -> blocking(() -> newest(directory)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Optional<Kept> newest(Path directory) {
        try {
            long size = last(directory);
            return size == 0
                    ? Optional.empty()
                    : Optional.of(new Kept(size, Files.readString(directory.resolve(name(size)))));
        } catch (IOException | UncheckedIOException away) {
            LOG.warnf("the witness's directory cannot be read: %s", away.getMessage());
            return Optional.empty();
        }
    }

    private static long last(Path directory) {
        try (Stream<Path> files = Files.list(Files.createDirectories(directory))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{19}" + ENDING))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                    .max()
                    .orElse(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(long size) {
        return "%019d".formatted(size) + ENDING;
    }

    /** Under another name first: a witness never reads half a checkpoint. */
    private static Void write(Path directory, List<Kept> further) {
        for (Kept kept : further) {
            String name = name(kept.size());
            try {
                Path half = Files.writeString(directory.resolve(name + ".half"), kept.note());
                Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        return null;
    }
}
