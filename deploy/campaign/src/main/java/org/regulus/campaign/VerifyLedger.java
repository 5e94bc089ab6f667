package org.regulus.campaign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.ledger.CaseProof;
import org.regulus.campaign.ledger.HashChain;
import org.regulus.campaign.ledger.LedgerEntry;
import org.regulus.campaign.ledger.LedgerPages;
import org.regulus.campaign.ledger.SignedCheckpoint;
import org.regulus.campaign.play.Cast;

/**
 * Recomputes the ledger outside the service that keeps it. A file holds one entry a line, as {@code --save} writes it, or pages as the
 * service answers them. With a checkpoint that somebody kept, a ledger that was written anew as a whole is found out, too. A case's
 * proof ({@code GET /cases/{id}/proof}) is checked by itself: its events against the signed root.
 */
public final class VerifyLedger {

    private static final String USAGE =
            "usage: deploy/verify-ledger [--port-offset N] [--save FILE] [--checkpoint NOTE --key VERIFIER] [FILE], or --key VERIFIER BUNDLE";
    private static final int NOT_ALL_IS_KNOWN = 2;

    private VerifyLedger() {}

    public static void main(String[] line) {
        System.exit(Command.run(USAGE, () -> verify(line)));
    }

    private static int verify(String[] line) {
        Arguments arguments = Arguments.parse(
                        line, Set.of("--port-offset", "--save", "--key", "--checkpoint"), Set.of())
                .atMostWords(1);
        Optional<JsonNode> bundle = arguments.word(0).flatMap(file -> bundle(Path.of(file)));
        if (bundle.isPresent()) {
            return proof(bundle.get(), arguments.text("--key", ""));
        }
        SignedCheckpoint checkpoint = checkpoint(arguments);
        HashChain chain = new HashChain(checkpoint);
        if (arguments.word(0).isPresent()) {
            fromFile(Path.of(arguments.word(0).get()), chain::add);
        } else {
            Stack stack = Command.stack(arguments);
            try (Saved saved = new Saved(arguments.text("--save", ""))) {
                LedgerPages.of(stack, Cast.ledgerReader(stack)).forEach(entry -> {
                    saved.write(entry);
                    chain.add(LedgerEntry.of(entry));
                });
            }
        }
        return told(chain, checkpoint);
    }

    /** @throws SignedCheckpoint.Unproven when the key did not sign it */
    private static SignedCheckpoint checkpoint(Arguments arguments) {
        if (!arguments.has("--checkpoint")) {
            return null;
        }
        if (!arguments.has("--key")) {
            throw new Arguments.Wrong(
                    "--checkpoint needs --key: the ledger's key, as somebody else than the ledger tells it");
        }
        String file = arguments.text("--checkpoint", "");
        try {
            return SignedCheckpoint.open(Files.readString(Path.of(file)), List.of(arguments.text("--key", "")));
        } catch (IOException unreadable) {
            throw new Arguments.Wrong("Cannot read " + file);
        }
    }

    static int told(HashChain chain, SignedCheckpoint checkpoint) {
        if (chain.end().isPresent()) {
            System.out.println("NOT intact: " + chain.fault().get());
            return 1;
        }
        System.out.printf(
                "intact: %d entries (%d of them by their hash only), head %s%n",
                chain.entries(), chain.sealed(), chain.head());
        System.out.println(
                checkpoint == null
                        ? "WARNING: held against no checkpoint. That it is whole, and the one that others saw, was NOT checked: a ledger that was cut off, put back or written anew as a whole looks intact. Give a checkpoint that was kept elsewhere: --checkpoint NOTE --key VERIFIER"
                        : "as signed for %d entries by %s".formatted(checkpoint.size(), checkpoint.signedBy()));
        return 0;
    }

    /** A case's proof when the file holds one; a saved ledger is read line by line instead. */
    static Optional<JsonNode> bundle(Path file) {
        try (BufferedReader text = Files.newBufferedReader(file);
                JsonParser first = new ObjectMapper().createParser(text)) {
            JsonNode one = first.readValueAsTree();
            return Optional.ofNullable(one).filter(CaseProof::is);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new Arguments.Wrong("Cannot read " + file);
        }
    }

    /**
     * @return 0 when every event leads to the root that the key signed, and there are as many as it signed for; 2 when only the bundle itself says
     *     whose key that is, or nobody how many there are
     */
    static int proof(JsonNode bundle, String key) {
        List<String> verifiers = new ArrayList<>();
        if (key.isEmpty()) {
            bundle.path("verifiers").forEach(verifier -> verifiers.add(verifier.asText()));
        } else {
            verifiers.add(key);
        }
        try {
            CaseProof.Proven proven = CaseProof.check(bundle, verifiers);
            System.out.printf(
                    "%s: %d events of case %s in the ledger of %d entries, signed by %s%n",
                    key.isEmpty() || !proven.counted() ? "consistent" : "proven",
                    proven.events(),
                    bundle.path("caseId").asText(),
                    proven.checkpoint().size(),
                    proven.checkpoint().signedBy());
            if (key.isEmpty()) {
                System.out.println("signer unknown: the key is the bundle's own; give the ledger's by --key");
            }
            if (!proven.counted()) {
                System.out.println(
                        "number unknown: what was left out at an aggregate's end, or all of one, is not seen");
            }
            return key.isEmpty() || !proven.counted() ? NOT_ALL_IS_KNOWN : 0;
        } catch (SignedCheckpoint.Unproven unproven) {
            System.out.println("NOT proven: " + unproven.getMessage());
            return 1;
        }
    }

    static void fromFile(Path file, Consumer<LedgerEntry> reader) {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    entries(json.readTree(line), reader);
                }
            }
        } catch (JsonProcessingException notJson) {
            throw new Arguments.Wrong(file + " is not a saved ledger: " + notJson.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new Arguments.Wrong("Cannot read " + file);
        }
    }

    private static void entries(JsonNode line, Consumer<LedgerEntry> reader) {
        if (line.has("items")) {
            line.get("items").forEach(entry -> reader.accept(LedgerEntry.of(entry)));
        } else {
            reader.accept(LedgerEntry.of(line));
        }
    }

    /** Where the entries are kept for a later check without the service; nowhere unless asked. */
    private static final class Saved implements AutoCloseable {

        private final java.io.BufferedWriter file;

        Saved(String name) {
            try {
                file = name.isEmpty() ? null : Files.newBufferedWriter(Path.of(name));
            } catch (IOException unwritable) {
                throw new Arguments.Wrong("Cannot write " + name);
            }
        }

        void write(JsonNode entry) {
            if (file == null) {
                return;
            }
            try {
                file.write(entry.toString());
                file.newLine();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public void close() {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
