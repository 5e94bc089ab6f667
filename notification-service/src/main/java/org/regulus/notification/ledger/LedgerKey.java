package org.regulus.notification.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An Ed25519 key of signed notes (C2SP signed-note).
 *
 * @param secret RFC 8032's 32 bytes, or null when this key no longer signs
 */
public record LedgerKey(String name, byte[] point, byte[] secret) {

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte ED25519 = 0x01;
    private static final int ID_BYTES = 4;

    public boolean signs() {
        return secret != null;
    }

    /** The key as verifiers are given it: {@code name+id+base64}. */
    public String verifier() {
        return "%s+%s+%s".formatted(name, HexFormat.of().formatHex(id()), encoded(new byte[] {ED25519}, point));
    }

    /** The line under a note, without its end. */
    String line(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, secret))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return "— %s %s".formatted(name, encoded(id(), signature.sign()));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(wrongKey);
        }
    }

    /** Whether the line is this key's signature of the text. */
    boolean made(String line, String text) {
        return signature(line).filter(signature -> holds(signature, text)).isPresent();
    }

    private Optional<byte[]> signature(String line) {
        String start = "— " + name + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getDecoder().decode(line.substring(start.length()));
            boolean ours = both.length > ID_BYTES && Arrays.equals(both, 0, ID_BYTES, id(), 0, ID_BYTES);
            return ours ? Optional.of(Arrays.copyOfRange(both, ID_BYTES, both.length)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean holds(byte[] signature, String text) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(X509, point))));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private byte[] id() {
        try {
            byte[] named = joined((name + "\n").getBytes(StandardCharsets.UTF_8), joined(new byte[] {ED25519}, point));
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(named), ID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(byte[] first, byte[] second) {
        return Base64.getEncoder().encodeToString(joined(first, second));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
