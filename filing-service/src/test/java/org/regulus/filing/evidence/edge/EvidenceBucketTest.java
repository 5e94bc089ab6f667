package org.regulus.filing.evidence.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What the store promises, kept by a bucket of a real S3 server. */
class EvidenceBucketTest {

    private static final String BUCKET = "proofs";
    private static final byte[] BYTES = "%PDF-1.7 a proof".repeat(20_000).getBytes();

    @TempDir
    static Path directory;

    private static S3Process server;
    private static S3Client client;

    @BeforeAll
    static void start() throws IOException {
        server = S3Process.start(Files.createDirectory(directory.resolve("s3")), BUCKET);
        client = config(server.address()).client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static BucketConfig config(URI endpoint) {
        return new BucketConfig() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.of(endpoint);
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Optional<String> bucket() {
                return Optional.of(BUCKET);
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of("any");
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of("any");
            }

            @Override
            public boolean pathStyle() {
                return true;
            }
        };
    }

    private static EvidenceStore store() {
        return new EvidenceBucket(client, BUCKET);
    }

    @Test
    void what_was_put_is_there_and_putting_it_again_does_no_harm() throws Exception {
        EvidenceStore store = store();
        store.check();
        String digest = digest(BYTES);
        Path file = Files.write(directory.resolve("proof"), BYTES);
        store.put(digest, file);
        store.put(digest, file);
        try (InputStream kept = store.open(digest)) {
            assertThat(kept.readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(client.listObjectsV2(ask -> ask.bucket(BUCKET)).contents())
                .extracting(object -> object.key())
                .contains(digest);
    }

    @Test
    void what_was_never_put_is_not_there() {
        assertThatThrownBy(() -> store().open("cd".repeat(32))).isInstanceOf(NoSuchFileException.class);
    }

    /** A digest that is not the file's: what was damaged on the way is not kept under the digest of what was sent. */
    @Test
    void what_arrives_damaged_is_not_kept() throws IOException {
        Path file = Files.writeString(directory.resolve("damaged"), "not these bytes");
        String other = "ef".repeat(32);
        assertThatIOException().isThrownBy(() -> store().put(other, file));
        assertThatThrownBy(() -> store().open(other)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_bucket_that_is_not_there_or_cannot_be_reached_is_told_at_the_start() {
        assertThatIOException().isThrownBy(() -> new EvidenceBucket(client, "another").check());
        try (S3Client nobody = config(URI.create("http://127.0.0.1:1")).client()) {
            assertThatIOException().isThrownBy(() -> new EvidenceBucket(nobody, BUCKET).check());
        }
    }

    private static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
