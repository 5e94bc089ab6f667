package org.regulus.campaign.draw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a frame, one after another, as often as somebody reads them; those of a file are never all in memory. */
@FunctionalInterface
public interface FrameLines {

    /** @return SHA-256 of the bytes that were read, or null where the lines stand in a record and have none of their own */
    String read(Consumer<String> line);

    static FrameLines of(List<String> lines) {
        return line -> {
            lines.forEach(line);
            return null;
        };
    }

    static FrameLines of(Path file) {
        return line -> {
            MessageDigest digest = Digests.sha256();
            try (BufferedReader text = new BufferedReader(new InputStreamReader(
                    new DigestInputStream(Files.newInputStream(file), digest), StandardCharsets.UTF_8))) {
                for (String next = text.readLine(); next != null; next = text.readLine()) {
                    line.accept(next);
                }
                return Digests.hex(digest);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + file, unreadable);
            }
        };
    }
}
