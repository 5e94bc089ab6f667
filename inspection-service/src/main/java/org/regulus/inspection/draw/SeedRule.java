package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/** Where the seed will come from: named before there is one, and followed when it comes. */
public sealed interface SeedRule {

    /** What somebody gives as the outcome; each rule reads its own part. */
    record Given(String seed, String signature, List<Reveal> reveals, String dice) {
        public static Given dice(String digits) {
            return new Given(digits, null, List.of(), null);
        }
    }

    /** A party's share and what hid it. */
    record Reveal(String party, String nonce, String share) {}

    /**
     * The seed and what proves it.
     *
     * @param evidence as it stands in the record
     */
    record Seed(String text, Map<String, Object> evidence) {}

    /** @throws Refusal when what is given is not what the rule asks for */
    Seed settle(Given given, Instant now);

    /** The rule as it is published. */
    Map<String, Object> published();

    /** Dice thrown in public: at least twenty digits, so that nobody could have tried all seeds. */
    record Dice(String source) implements SeedRule {

        private static final Pattern DIGITS = Pattern.compile("[0-9]{20,200}");

        @Override
        public Seed settle(Given given, Instant now) {
            return new Seed(digits(given.seed()), Map.of());
        }

        static String digits(String given) {
            if (given == null || !DIGITS.matcher(given).matches()) {
                throw Refusal.invalid("draw.seed", "A seed has 20 to 200 digits, as dice give them");
            }
            return given;
        }

        @Override
        public Map<String, Object> published() {
            return Map.of("kind", "dice", "source", source);
        }
    }

    /** A round of a public beacon that is still to come; its randomness is SHA-256 of its signature. */
    record Beacon(String source, Chain chain, long round) implements SeedRule {

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
            if (given.signature() == null
                    || !SIGNATURE.matcher(given.signature()).matches()) {
                throw Refusal.invalid("draw.signature", "Give the signature of the round, in lower-case hex");
            }
            byte[] signature = HexFormat.of().parseHex(given.signature());
            return new Seed(
                    HexFormat.of().formatHex(ConsistentSampler.sha256(signature)),
                    Map.of("signature", given.signature()));
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

    /**
     * Several parties, each of which committed to a share by SHA-256 of nonce and share. The seed is SHA-256 over the shares in the order of
     * the parties, each followed by a line feed. For a party that has not revealed its share by {@code revealBy}, dice thrown in public stand.
     */
    record CommitReveal(String source, List<Party> parties, Instant revealBy) implements SeedRule {

        private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
        private static final Pattern SHARE = Pattern.compile("[0-9A-Za-z]{20,200}");
        private static final int PARTIES_MIN = 2;

        /** A body that takes part, not a person. */
        public record Party(String name, String commitment) {}

        public CommitReveal named(Instant now) {
            long different = parties.stream().map(Party::commitment).distinct().count();
            if (parties.size() < PARTIES_MIN
                    || different < parties.size()
                    || parties.stream().map(Party::name).distinct().count() < parties.size()) {
                throw Refusal.invalid("draw.parties", "Two parties or more, each with a commitment of its own");
            }
            if (!revealBy.isAfter(now)) {
                throw Refusal.invalid("draw.reveal-by-past", "The parties reveal after the commitment");
            }
            return this;
        }

        @Override
        public Seed settle(Given given, Instant now) {
            StringBuilder shares = new StringBuilder();
            boolean complete = true;
            for (Party party : parties) {
                Reveal reveal = given.reveals().stream()
                        .filter(one -> one.party().equals(party.name()))
                        .findFirst()
                        .orElse(null);
                complete = complete && reveal != null;
                shares.append(reveal == null ? fallback(given, party, now) : checked(party, reveal))
                        .append('\n');
            }
            if (complete && given.dice() != null) {
                throw Refusal.invalid("draw.dice-not-needed", "Every party revealed its share: no dice are thrown");
            }
            List<Map<String, Object>> reveals = parties.stream()
                    .flatMap(party -> given.reveals().stream()
                            .filter(one -> one.party().equals(party.name()))
                            .limit(1))
                    .map(one ->
                            Map.<String, Object>of("party", one.party(), "nonce", one.nonce(), "share", one.share()))
                    .toList();
            return new Seed(
                    Draw.digest(shares.toString()),
                    complete ? Map.of("reveals", reveals) : Map.of("reveals", reveals, "dice", given.dice()));
        }

        private String fallback(Given given, Party party, Instant now) {
            if (now.isBefore(revealBy) || given.dice() == null) {
                throw Refusal.conflict(
                        "draw.reveal-missing",
                        "Party %s has not revealed its share; dice stand for it from %s"
                                .formatted(party.name(), revealBy));
            }
            return Dice.digits(given.dice());
        }

        private static String checked(Party party, Reveal reveal) {
            boolean kept = NONCE.matcher(reveal.nonce()).matches()
                    && SHARE.matcher(reveal.share()).matches()
                    && Draw.digest(reveal.nonce() + reveal.share()).equals(party.commitment());
            if (!kept) {
                throw Refusal.invalid(
                        "draw.reveal-wrong",
                        "What party %s reveals is not what it committed to".formatted(party.name()));
            }
            return reveal.share();
        }

        @Override
        public Map<String, Object> published() {
            return Map.of(
                    "kind",
                    "commit-reveal",
                    "source",
                    source,
                    "revealBy",
                    revealBy.toString(),
                    "fallback",
                    "dice",
                    "parties",
                    parties.stream()
                            .map(party -> Map.of("name", party.name(), "commitment", party.commitment()))
                            .toList());
        }
    }
}
