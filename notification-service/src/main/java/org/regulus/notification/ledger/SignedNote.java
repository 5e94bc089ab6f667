package org.regulus.notification.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the ledger says, with its signatures (C2SP signed-note): one by each key that signs, so that a key can be followed by the next. */
public final class SignedNote {

    private SignedNote() {}

    public static String of(String text, List<LedgerKey> keys) {
        return keys.stream()
                .filter(LedgerKey::signs)
                .map(key -> key.line(text) + "\n")
                .collect(Collectors.joining("", text + "\n", ""));
    }

    /** What was signed, when at least one of the keys, also of the former ones, signed it. */
    public static Optional<Checkpoint> open(String note, List<LedgerKey> keys) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        boolean signed =
                note.substring(end + 2).lines().anyMatch(line -> keys.stream().anyMatch(key -> key.made(line, text)));
        return signed ? Checkpoint.read(text) : Optional.empty();
    }
}
