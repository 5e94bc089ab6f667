package org.regulus.campaign.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.ledger.SignedCheckpoint.Unproven;

/**
 * Checks a case's proof offline: each event, by its path of hashes (RFC 9162, section 2.1.3.2), against the signed root, that each
 * aggregate's events are there from the first on without a gap, and that there are as many as the ledger's key signed for. An aggregate that is
 * left out altogether, or its last events, leave no gap: of a proof without that number (format 1) it is not seen that they are missing.
 */
public final class CaseProof {

    private static final String COUNTED = "regulus-case-proof/2";
    private static final String UNCOUNTED = "regulus-case-proof/1";
    private static final int SEQUENCE_MAX = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param checkpoint to which all events lead
     * @param counted whether it is signed that there are no others
     */
    public record Proven(int events, SignedCheckpoint checkpoint, boolean counted) {}

    private CaseProof() {}

    /**
     * @param verifiers keys that the reader trusts
     * @throws Unproven naming the first event that is not proven
     */
    public static Proven check(JsonNode bundle, List<String> verifiers) {
        SignedCheckpoint checkpoint =
                SignedCheckpoint.open(bundle.path("checkpoint").asText(), verifiers);
        long before = 0;
        Map<String, BitSet> told = new LinkedHashMap<>();
        for (JsonNode event : bundle.path("events")) {
            long position = event.path("position").asLong();
            if (position <= before || position > checkpoint.size()) {
                throw new Unproven("entry %d: out of order, or beyond the checkpoint".formatted(position));
            }
            if (!Arrays.equals(root(event, checkpoint.size()), checkpoint.root())) {
                throw new Unproven("entry %d: it does not lead to the signed root".formatted(position));
            }
            JsonNode text = text(event);
            if (!text.at("/data/caseId").asText().equals(bundle.path("caseId").asText())) {
                throw new Unproven("entry %d: it is about another case".formatted(position));
            }
            count(text, position, told);
            before = position;
        }
        if (before == 0) {
            throw new Unproven("it has no events");
        }
        told.forEach(CaseProof::checkWithoutGap);
        boolean counted = bundle.path("format").asText().equals(COUNTED);
        if (counted) {
            checkCount(bundle, verifiers, checkpoint);
        }
        return new Proven(bundle.path("events").size(), checkpoint, counted);
    }

    public static boolean is(JsonNode node) {
        return List.of(COUNTED, UNCOUNTED).contains(node.path("format").asText());
    }

    private static void checkCount(JsonNode bundle, List<String> verifiers, SignedCheckpoint checkpoint) {
        String note = bundle.path("count").asText();
        SignedCheckpoint.signer(note, verifiers, "number of events");
        String signed = "%s/case\n%s\n%d\n%d\n%s\n\n"
                .formatted(
                        checkpoint.origin(),
                        bundle.path("caseId").asText(),
                        bundle.path("events").size(),
                        checkpoint.size(),
                        Base64.getEncoder().encodeToString(checkpoint.root()));
        if (!note.startsWith(signed)) {
            throw new Unproven("it has %d events, and another number, or another checkpoint, was signed for that case"
                    .formatted(bundle.path("events").size()));
        }
    }

    private static JsonNode text(JsonNode event) {
        try {
            return JSON.readTree(event.path("canonical").asText());
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static void count(JsonNode text, long position, Map<String, BitSet> told) {
        String aggregate = text.path("aggregatetype").asText() + "/"
                + text.path("aggregateid").asText();
        int sequence = text.path("sequence").asInt(0);
        if (sequence < 1 || sequence > SEQUENCE_MAX) {
            throw new Unproven("entry %d: it has no number in its aggregate".formatted(position));
        }
        BitSet numbers = told.computeIfAbsent(aggregate, first -> new BitSet());
        if (numbers.get(sequence)) {
            throw new Unproven("entry %d: %s has two events %d".formatted(position, aggregate, sequence));
        }
        numbers.set(sequence);
    }

    private static void checkWithoutGap(String aggregate, BitSet numbers) {
        int gap = numbers.nextClearBit(1);
        if (gap < numbers.length()) {
            throw new Unproven("event %d of %s is left out".formatted(gap, aggregate));
        }
    }

    private static byte[] root(JsonNode event, long size) {
        long at = event.path("position").asLong() - 1;
        long last = size - 1;
        byte[] node = sha256(0, event.path("canonical").asText().getBytes(StandardCharsets.UTF_8));
        for (JsonNode step : event.path("inclusion")) {
            byte[] sibling = HexFormat.of().parseHex(step.asText());
            if (last == 0) {
                throw new Unproven("entry %d: its path is too long".formatted(at + 1));
            }
            if ((at & 1) == 1 || at == last) {
                node = sha256(1, sibling, node);
                int up = Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                node = sha256(1, node, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Unproven("entry %d: its path is too short"
                    .formatted(event.path("position").asLong()));
        }
        return node;
    }

    private static byte[] sha256(int tag, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) tag);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
