package org.regulus.campaign.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The limit to compare uploads with: files of the same size, made durable in the same way, on the disk of the stack's data. */
final class PlainFiles {

    private PlainFiles() {}

    static double perSecond(int bytes, int seconds) {
        Path data = Path.of(System.getProperty("regulus.root", "../.."), "deploy", "data");
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(data), "bench");
            try {
                return written(folder, bytes, seconds);
            } finally {
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double written(Path folder, int bytes, int seconds) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(bytes);
        Path arriving = folder.resolve("arriving");
        Path kept = folder.resolve("kept");
        long start = System.nanoTime();
        long files = 0;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            try (FileChannel file =
                    FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(content.rewind());
                file.force(true);
            }
            Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(kept);
            files++;
        }
        return files / ((System.nanoTime() - start) / 1e9);
    }
}
