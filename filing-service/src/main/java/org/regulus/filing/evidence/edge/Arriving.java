package org.regulus.filing.evidence.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.regulus.filing.evidence.EvidencePolicy;

/**
 * A file on its way in, on disk and never in memory whole. Gone when closed.
 *
 * @param type its media type, as its content says
 * @param digest SHA-256 in hex
 */
record Arriving(Path file, long bytes, String digest, String type) implements AutoCloseable {

    static final String PREFIX = "arriving";
    private static final int CHUNK = 64 * 1024;

    static Arriving of(InputStream body, Path directory, EvidencePolicy policy) throws IOException {
        Path file = Files.createTempFile(directory, PREFIX, null);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = copy(new DigestInputStream(body, digest), file, policy);
            return new Arriving(file, bytes, HexFormat.of().formatHex(digest.digest()), ContentType.of(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    private static long copy(InputStream from, Path file, EvidencePolicy policy) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                bytes += read;
                if (bytes > policy.maxBytes()) {
                    break;
                }
                to.write(chunk, 0, read);
            }
        }
        policy.checkSize(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
