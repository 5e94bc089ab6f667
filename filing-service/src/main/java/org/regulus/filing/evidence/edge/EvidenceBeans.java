package org.regulus.filing.evidence.edge;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where proofs are kept, as it is configured. What is configured wrongly does not start. */
@ApplicationScoped
class EvidenceBeans {

    /** No upload takes longer; another instance may be taking one into the same directory. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    @Produces
    @ApplicationScoped
    EvidenceStore store(EvidenceConfig config) {
        return switch (config.store()) {
            case "files" -> new EvidenceFiles(config.directory());
            case "s3" -> new EvidenceBucket(
                    config.s3().client(),
                    config.s3()
                            .bucket()
                            .orElseThrow(() -> new IllegalStateException("regulus.evidence.s3.bucket is missing")));
            default -> throw new IllegalStateException("regulus.evidence.store is files or s3, not " + config.store());
        };
    }

    void check(
            @Observes StartupEvent starting,
            EvidenceConfig config,
            EvidenceStore store,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfAnyBody)
            throws IOException {
        if (config.maxBytes() >= mostOfAnyBody.asLongValue()) {
            throw new IllegalStateException(
                    "regulus.evidence.max-bytes must be less than quarkus.http.limits.max-body-size");
        }
        config.clamd().ifPresent(Clamd::new);
        Files.createDirectories(config.directory());
        store.check();
        sweep(config.directory());
    }

    /** Removes what was arriving when an instance fell, by the clock of the directory. */
    static void sweep(Path directory) throws IOException {
        Path fresh = Files.createTempFile(directory, Arriving.PREFIX, null);
        Instant before = Files.getLastModifiedTime(fresh).toInstant().minus(ABANDONED);
        Files.delete(fresh);
        try (DirectoryStream<Path> arriving = Files.newDirectoryStream(directory, Arriving.PREFIX + "*")) {
            for (Path file : arriving) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
