package org.regulus.filing.evidence.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of proofs lie, each once, under its SHA-256 in hex. Blocks: not for event loops. */
interface EvidenceStore {

    /** @throws IOException when it could keep nothing as it is configured; asked once, at the start */
    void check() throws IOException;

    /** Keeps the file; again without harm. When it returns, the bytes survive a crash. */
    void put(String digest, Path file) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when nothing was kept under this digest */
    InputStream open(String digest) throws IOException;
}
