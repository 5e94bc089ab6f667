package org.regulus.campaign.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Rivest's consistent sampler: every id has a ticket that depends on the seed and the id alone; those with the smallest tickets are
 * drawn. Written from its description, not from the service's code, so that two programs must agree.
 */
public final class ConsistentSampler {

    private static final int DIGITS_MIN = 64;

    private final String seedHash;

    public ConsistentSampler(String seed) {
        this.seedHash = HexFormat.of().formatHex(sha256(seed));
    }

    /** The drawn ids, smallest ticket first. */
    public List<String> draw(Collection<String> frame, int sampleSize) {
        return frame.stream()
                .sorted(Comparator.comparing(this::ticket))
                .limit(sampleSize)
                .toList();
    }

    /** A fraction between 0 and 1 as text; tickets compare as text, because their lengths differ. */
    public String ticket(String id) {
        return fraction(seedHash + id);
    }

    static String fraction(String text) {
        String digits = new BigInteger(1, sha256(text)).toString();
        String padded = "0".repeat(Math.max(0, DIGITS_MIN - digits.length())) + digits;
        return "0." + new StringBuilder(padded).reverse();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
