package org.regulus.filing.evidence.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Proofs in a directory, in 256 folders by the first byte of their digests. A file is there whole or not at all. */
final class EvidenceFiles implements EvidenceStore {

    private final Path directory;

    EvidenceFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public void check() throws IOException {
        Files.createDirectories(directory);
        Files.delete(Files.createTempFile(directory, "check", null));
    }

    @Override
    public void put(String digest, Path file) throws IOException {
        Path place = place(digest);
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        Path beside = Files.createTempFile(place.getParent(), "arriving", null);
        try {
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
            force(beside, StandardOpenOption.WRITE);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            force(place.getParent(), StandardOpenOption.READ);
            force(directory, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public InputStream open(String digest) throws IOException {
        return Files.newInputStream(place(digest));
    }

    /** Of a folder: the names in it, without which a file that is on disk is not found. */
    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private Path place(String digest) {
        return directory.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
