package org.regulus.filing.evidence.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store promises. */
class EvidenceStoreTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final byte[] BYTES = "%PDF-1.7 a proof".repeat(20_000).getBytes();

    @TempDir
    Path directory;

    private EvidenceStore store() {
        return new EvidenceFiles(directory.resolve("proofs"));
    }

    @Test
    void what_was_put_is_there_and_putting_it_again_does_no_harm() throws IOException {
        EvidenceStore store = store();
        store.check();
        Path file = Files.write(directory.resolve("proof"), BYTES);
        store.put(DIGEST, file);
        store.put(DIGEST, file);
        try (InputStream kept = store.open(DIGEST)) {
            assertThat(kept.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void what_was_never_put_is_not_there() throws IOException {
        EvidenceStore store = store();
        store.check();
        assertThatThrownBy(() -> store.open("cd".repeat(32))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_directory_that_cannot_be_is_told_at_the_start() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));
        assertThatIOException().isThrownBy(() -> new EvidenceFiles(file.resolve("below")).check());
    }

    @Test
    void nothing_but_whole_proofs_lies_in_the_directory() throws IOException {
        EvidenceStore store = store();
        store.check();
        store.put(DIGEST, Files.write(directory.resolve("proof"), BYTES));
        try (Stream<Path> all = Files.walk(directory.resolve("proofs"))) {
            assertThat(all.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .isEqualTo(List.of(DIGEST));
        }
    }

    @Test
    void what_was_arriving_when_an_instance_fell_is_removed_after_a_day_and_not_before() throws IOException {
        Path old = Files.createTempFile(directory, Arriving.PREFIX, null);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path young = Files.createTempFile(directory, Arriving.PREFIX, null);
        EvidenceBeans.sweep(directory);
        assertThat(directory.toFile().list())
                .containsExactly(young.getFileName().toString());
    }
}
