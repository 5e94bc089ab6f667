package org.regulus.inspection.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rivest's consistent sampler (arXiv 1808.10016): each id has a ticket that depends on the seed and on nothing but itself, and the
 * smallest tickets are drawn. Adding or removing an id changes no other ticket.
 */
public final class ConsistentSampler {

    public static final String ALGORITHM = "rivest-consistent-sampler-1";
    private static final int DIGITS_MIN = 64;

    private final String seedHash;

    public ConsistentSampler(String seed) {
        this.seedHash = HexFormat.of().formatHex(sha256(seed));
    }

    /** The ticket: SHA-256 over the hex digest of the seed and the id, in decimal, padded to 64 digits, reversed, after "0.". */
    public String ticket(String id) {
        return fraction(sha256(seedHash + id));
    }

    static String fraction(byte[] digest) {
        String decimal = new BigInteger(1, digest).toString();
        String padded = "0".repeat(Math.max(0, DIGITS_MIN - decimal.length())) + decimal;
        return "0." + new StringBuilder(padded).reverse();
    }

    /** All ids in the order of their tickets: the first n are a sample of n, the next one is the first replacement. */
    public List<String> order(Collection<String> ids) {
        Map<String, String> tickets = ids.stream().collect(Collectors.toMap(Function.identity(), this::ticket));
        return ids.stream().sorted(Comparator.comparing(tickets::get)).toList();
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
