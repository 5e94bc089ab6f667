package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class CheckpointsTest {

    @Test
    void a_checkpoint_is_announced_as_the_golden_sample_says() {
        JsonNode golden = Golden.sampleTree(Checkpoints.CHECKPOINTED);
        byte[] root = Base64.getDecoder().decode(golden.path("rootHash").asText());
        var event = Checkpoints.event(
                golden.path("origin").asText(),
                8,
                3,
                root,
                golden.path("note").asText(),
                Instant.parse("2019-06-03T01:00:05Z"));
        assertThat(event.aggregate().sequence()).isEqualTo(3);
        Golden.check(Checkpoints.CHECKPOINTED, event.data());
    }
}
