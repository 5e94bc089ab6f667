package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/** A round of a public beacon that is still to come; its randomness is SHA-256 of its signature. */
public record Beacon(String source, Chain chain, long round) implements SeedRule {

    private static final Pattern SIGNATURE = Pattern.compile("([0-9a-f]{2}){48,96}");

    /** The chains of the League of Entropy (drand): when the first round was, and the seconds between rounds. */
    public enum Chain {
        QUICKNET("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1_692_803_367, 3),
        DEFAULT("8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", 1_595_431_050, 30);

        private final String hash;
        private final long genesis;
        private final int seconds;

        Chain(String hash, long genesis, int seconds) {
            this.hash = hash;
            this.genesis = genesis;
            this.seconds = seconds;
        }

        public Instant at(long round) {
            return Instant.ofEpochSecond(genesis + (round - 1) * seconds);
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Chain of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Beacon named(Instant now) {
        if (!chain.at(round).isAfter(now)) {
            throw Refusal.invalid("draw.beacon-round-past", "The round was at " + chain.at(round));
        }
        return this;
    }

    @Override
    public Seed settle(Given given, Instant now) {
        if (now.isBefore(chain.at(round))) {
            throw Refusal.conflict("draw.beacon-round-to-come", "The round will be at " + chain.at(round));
        }
        if (given.signature() == null || !SIGNATURE.matcher(given.signature()).matches()) {
            throw Refusal.invalid("draw.signature", "Give the signature of the round, in lower-case hex");
        }
        byte[] signature = HexFormat.of().parseHex(given.signature());
        return new Seed(
                HexFormat.of().formatHex(ConsistentSampler.sha256(signature)), Map.of("signature", given.signature()));
    }

    @Override
    public Map<String, Object> published() {
        return Map.of(
                "kind",
                "beacon",
                "source",
                source,
                "chain",
                chain.word(),
                "chainHash",
                chain.hash,
                "round",
                round,
                "roundAt",
                chain.at(round).toString());
    }
}
