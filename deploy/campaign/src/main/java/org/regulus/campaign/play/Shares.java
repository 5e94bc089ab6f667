package org.regulus.campaign.play;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.draw.Digests;

/** A seed by the shares of two bodies, named and hidden before, in the words of the inspection service. */
record Shares(List<Map<String, String>> reveals) {

    static final String SOURCE = "the authority and the audit office";

    /** @param from in a demonstration the shares come from its seed, so that it can be repeated */
    static Shares from(String from) {
        return new Shares(List.of(share("authority", from), share("audit-office", "audit|" + from)));
    }

    private static Map<String, String> share(String party, String from) {
        return Map.of(
                "party", party, "nonce", Digests.sha256("nonce|" + from), "share", Digests.sha256("share|" + from));
    }

    /** What is published before: of each share its digest alone. */
    Map<String, Object> hidden(Instant revealBy) {
        List<Map<String, String>> parties = reveals.stream()
                .map(one -> Map.of(
                        "name", one.get("party"), "commitment", Digests.sha256(one.get("nonce") + one.get("share"))))
                .toList();
        return Map.of("kind", "commit-reveal", "parties", parties, "revealBy", revealBy.toString());
    }

    Map<String, Object> revealed() {
        return Map.of("reveals", reveals);
    }
}
