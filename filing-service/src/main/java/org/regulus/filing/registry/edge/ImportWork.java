package org.regulus.filing.registry.edge;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.RegisterLine;

/** Does one import after another, a chunk at a time, on the caller's thread, which waits. */
@ApplicationScoped
class ImportWork {

    private final Imports imports;
    private final ImportChunks chunks;
    private final ImportFiles files;
    private final RegistryConfig config;

    ImportWork(Imports imports, ImportChunks chunks, ImportFiles files, RegistryConfig config) {
        this.imports = imports;
        this.chunks = chunks;
        this.files = files;
        this.config = config;
    }

    /** Answers whether there was one. What fails unexpectedly stays claimed, and is tried again when the claim has run out. */
    boolean workOne() throws IOException {
        ImportJobRow job = await(imports::claim);
        if (job == null) {
            return false;
        }
        if (job.attempts > config.maxAttempts()) {
            await(() -> imports.fail(job.id, job.claim, "import.fault", "It was tried several times; see the log"));
            return true;
        }
        Path file = Files.createTempFile("regulus-import", null);
        try {
            fetch(job.id, file);
            if (job.rows != null || counted(job, file)) {
                rows(job, file);
            }
        } catch (Refusal no) {
            await(() -> imports.fail(job.id, job.claim, no.code(), no.getMessage()));
        } finally {
            Files.delete(file);
        }
        return true;
    }

    private void fetch(UUID job, Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int part = 0; ; part++) {
                int wanted = part;
                byte[] bytes = await(() -> files.part(job, wanted));
                if (bytes == null) {
                    return;
                }
                to.write(bytes);
            }
        }
    }

    private boolean counted(ImportJobRow job, Path file) throws IOException {
        int rows = count(file, job.format);
        return await(() -> imports.counted(job.id, job.claim, rows));
    }

    /** Reads it to its end before anything is taken over: what cannot be read whole changes nothing. */
    private int count(Path file, String format) throws IOException {
        try (RegisterRows rows = RegisterRows.open(file, format)) {
            int count = 0;
            while (rows.next() != null) {
                count++;
                if (count > config.maxRows()) {
                    throw Refusal.tooLarge("registry.too-many-rows", "At most %d rows".formatted(config.maxRows()));
                }
            }
            return count;
        }
    }

    private void rows(ImportJobRow job, Path file) throws IOException {
        try (RegisterRows rows = RegisterRows.open(file, job.format)) {
            int number = 0;
            while (number < job.done) {
                rows.next();
                number++;
            }
            for (List<RegisterLine> chunk = chunk(rows, number); !chunk.isEmpty(); chunk = chunk(rows, number)) {
                List<RegisterLine> lines = chunk;
                if (!await(() -> chunks.take(job.id, job.claim, lines))) {
                    return;
                }
                number += lines.size();
            }
        }
        await(() -> imports.complete(job.id, job.claim));
    }

    private List<RegisterLine> chunk(RegisterRows rows, int after) {
        List<RegisterLine> lines = new ArrayList<>();
        while (lines.size() < config.chunkRows()) {
            List<String> cells = rows.next();
            if (cells == null) {
                return lines;
            }
            lines.add(RegisterLine.of(after + lines.size() + 1, rows.columns(), cells));
        }
        return lines;
    }

    /** The database is asked on an event loop; this thread waits for it. */
    static <T> T await(Supplier<Uni<T>> question) {
        try {
            return VertxContextSupport.subscribeAndAwait(question);
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
