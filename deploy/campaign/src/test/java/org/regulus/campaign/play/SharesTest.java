package org.regulus.campaign.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regulus.campaign.draw.Digests;

class SharesTest {

    private static final Instant REVEAL_BY = Instant.parse("2019-07-24T04:00:00Z");

    @Test
    void the_same_seed_gives_the_same_shares_and_each_body_its_own() {
        assertThat(Shares.from("a")).isEqualTo(Shares.from("a")).isNotEqualTo(Shares.from("b"));
        assertThat(Shares.from("a").reveals())
                .extracting(one -> one.get("share"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void what_is_hidden_is_the_digest_of_nonce_and_share_and_shows_neither() {
        Shares shares = Shares.from("a");
        Map<String, Object> hidden = shares.hidden(REVEAL_BY);
        assertThat(hidden).containsEntry("kind", "commit-reveal").containsEntry("revealBy", "2019-07-24T04:00:00Z");
        List<String> commitments = shares.reveals().stream()
                .map(one -> Digests.sha256(one.get("nonce") + one.get("share")))
                .toList();
        assertThat(hidden.get("parties").toString()).contains(commitments);
        shares.reveals()
                .forEach(one -> assertThat(hidden.toString()).doesNotContain(one.get("share"), one.get("nonce")));
    }
}
