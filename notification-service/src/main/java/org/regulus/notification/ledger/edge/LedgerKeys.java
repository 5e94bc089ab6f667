package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.notification.ledger.CaseCount;
import org.regulus.notification.ledger.Checkpoint;
import org.regulus.notification.ledger.LedgerKey;
import org.regulus.notification.ledger.SignedNote;

/** The keys of this ledger's checkpoints, read once: without one that signs the service does not start. */
@Startup
@ApplicationScoped
class LedgerKeys {

    private final String origin;
    private final List<LedgerKey> keys = new ArrayList<>();

    LedgerKeys(ObjectMapper json, LedgerLimits limits) throws IOException {
        origin = limits.origin();
        for (JsonNode key : json.readTree(Files.readString(limits.keysFile())).path("keys")) {
            byte[] secret = key.has("d") ? bytes(key, "d") : null;
            keys.add(new LedgerKey(origin, bytes(key, "x"), secret));
        }
        if (keys.stream().noneMatch(LedgerKey::signs)) {
            throw new IllegalStateException("No key in %s can sign".formatted(limits.keysFile()));
        }
    }

    private static byte[] bytes(JsonNode key, String field) {
        return Base64.getUrlDecoder().decode(key.path(field).asText());
    }

    String origin() {
        return origin;
    }

    String sign(long size, byte[] root) {
        return SignedNote.of(new Checkpoint(origin, size, root).text(), keys);
    }

    String sign(UUID caseId, int events, long size, String root) {
        return SignedNote.of(new CaseCount(origin, caseId, events, size, root).text(), keys);
    }

    /** Empty when no key of ours signed it, or when it is of another log. */
    Optional<Checkpoint> open(String note) {
        return SignedNote.open(note, keys)
                .filter(checkpoint -> checkpoint.origin().equals(origin));
    }

    List<String> verifiers() {
        return keys.stream().map(LedgerKey::verifier).toList();
    }
}
