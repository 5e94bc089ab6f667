package org.regulus.campaign.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;

/** A C2SP tlog-checkpoint whose signature holds. */
public record SignedCheckpoint(String origin, long size, byte[] root, String signedBy) {

    /** Why a checkpoint, or what hangs on it, is not to be believed. */
    public static final class Unproven extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unproven(String why) {
            super(why);
        }
    }

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID_BYTES = 4;

    /**
     * @param verifiers {@code name+id+base64}, as the C2SP signed-note specification writes keys
     * @throws Unproven when none of them signed it, or it is no checkpoint
     */
    public static SignedCheckpoint open(String note, Collection<String> verifiers) {
        String signer = signer(note, verifiers, "checkpoint");
        String[] lines = note.split("\n");
        if (lines.length < 4) {
            throw new Unproven("it has no signed checkpoint");
        }
        try {
            return new SignedCheckpoint(
                    lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]), signer);
        } catch (IllegalArgumentException malformed) {
            throw new Unproven("its checkpoint is malformed");
        }
    }

    /**
     * @param what the note is
     * @throws Unproven when none of them signed it
     */
    static String signer(String note, Collection<String> verifiers, String what) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            throw new Unproven("it has no signed " + what);
        }
        byte[] text = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        return note.substring(end + 2)
                .lines()
                .flatMap(line -> verifiers.stream().filter(verifier -> signed(verifier, line, text)))
                .findFirst()
                .orElseThrow(() -> new Unproven("no given key signed its " + what));
    }

    private static boolean signed(String verifier, String line, byte[] text) {
        try {
            String[] parts = verifier.split("\\+", 3);
            String start = "— " + parts[0] + " ";
            if (parts.length < 3 || !line.startsWith(start)) {
                return false;
            }
            byte[] key = Base64.getDecoder().decode(parts[2]);
            byte[] mark = Base64.getDecoder().decode(line.substring(start.length()));
            String id = HexFormat.of().formatHex(Arrays.copyOf(mark, ID_BYTES));
            return key[0] == 1 && id.equals(parts[1]) && holds(Arrays.copyOfRange(key, 1, key.length), mark, text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean holds(byte[] point, byte[] mark, byte[] text) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + point.length);
            System.arraycopy(point, 0, encoded, X509.length, point.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(text);
            return check.verify(Arrays.copyOfRange(mark, ID_BYTES, mark.length));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
