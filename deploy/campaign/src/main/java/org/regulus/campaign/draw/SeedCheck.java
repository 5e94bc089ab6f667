package org.regulus.campaign.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/** Whether the seed is what its rule, published before it, makes of what was revealed. */
final class SeedCheck {

    private SeedCheck() {}

    /** @return null when it is, else what is wrong */
    static String fault(JsonNode rule, JsonNode evidence, String seed) {
        return switch (rule.path("kind").asText()) {
            case "dice" -> seed.matches("[0-9]{20,200}") ? null : "result.seed: dice give 20 digits or more";
            case "beacon" -> beacon(evidence, seed);
            case "commit-reveal" -> commitReveal(rule, evidence, seed);
            default -> "commitment.seed.kind: no such rule";
        };
    }

    private static String beacon(JsonNode evidence, String seed) {
        byte[] signature = HexFormat.of().parseHex(evidence.path("signature").asText());
        return Digests.sha256(signature).equals(seed)
                ? null
                : "result.seed: it is not SHA-256 of the signature in result.evidence";
    }

    private static String commitReveal(JsonNode rule, JsonNode evidence, String seed) {
        StringBuilder shares = new StringBuilder();
        for (JsonNode party : rule.path("parties")) {
            String share = evidence.path("dice").asText();
            for (JsonNode reveal : evidence.path("reveals")) {
                if (reveal.path("party").equals(party.path("name"))) {
                    share = reveal.path("share").asText();
                    String hidden = Digests.sha256(reveal.path("nonce").asText() + share);
                    if (!hidden.equals(party.path("commitment").asText())) {
                        return "result.evidence.reveals: what %s reveals is not what it committed to"
                                .formatted(party.path("name").asText());
                    }
                }
            }
            shares.append(share).append('\n');
        }
        return Digests.sha256(shares.toString()).equals(seed)
                ? null
                : "result.seed: it is not SHA-256 of the shares in result.evidence";
    }
}
