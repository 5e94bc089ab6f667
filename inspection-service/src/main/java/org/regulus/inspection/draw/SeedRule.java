package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.regulus.common.problem.Refusal;

/** Where the seed will come from: named before there is one, and followed when it comes. */
public sealed interface SeedRule permits Dice, Beacon, CommitReveal {

    /** What somebody gives as the outcome; each rule reads its own part. */
    record Given(String seed, String signature, List<Reveal> reveals, String dice) {
        public Given with(List<Reveal> shares) {
            return new Given(seed, signature, shares, dice);
        }

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
}
