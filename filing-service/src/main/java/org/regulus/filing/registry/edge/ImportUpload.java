package org.regulus.filing.registry.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.time.IdSource;

/** Takes the file of an import, a part at a time, and then submits the job. Blocks. */
@ApplicationScoped
class ImportUpload {

    private final IdSource ids;
    private final ImportFiles files;
    private final Imports imports;
    private final Idempotency idempotency;
    private final ImportThread thread;

    ImportUpload(IdSource ids, ImportFiles files, Imports imports, Idempotency idempotency, ImportThread thread) {
        this.ids = ids;
        this.files = files;
        this.imports = imports;
        this.idempotency = idempotency;
        this.thread = thread;
    }

    ImportJobRow take(Actor officer, String key, String format, boolean dryRun, InputStream file) throws IOException {
        UUID id = ids.next();
        String digest = keep(id, file);
        try {
            UUID made = ImportWork.await(() -> idempotency.once(
                    officer, key, List.of(format, dryRun, digest), () -> imports.submit(officer, id, format, dryRun)));
            if (!made.equals(id)) {
                ImportWork.await(() -> files.discard(id));
            }
            thread.wake();
            return ImportWork.await(() -> imports.get(made));
        } catch (Refusal no) {
            ImportWork.await(() -> files.discard(id));
            throw no;
        }
    }

    private String keep(UUID id, InputStream file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int part = 0;
            for (byte[] bytes = file.readNBytes(ImportFiles.PART_BYTES);
                    bytes.length > 0;
                    bytes = file.readNBytes(ImportFiles.PART_BYTES)) {
                digest.update(bytes);
                byte[] kept = bytes;
                int number = part++;
                ImportWork.await(() -> files.keep(id, number, kept));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
