package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.event.EventEnvelope;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.problem.Refusal;

class CanonicalEventsTest {

    private static final UUID ID = new UUID(1, 2);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void what_is_hashed_says_what_came() throws JsonProcessingException {
        assertThat(text("{\"b\": 9007199254740991, \"a\": [0.1, -3]}"))
                .isEqualTo("{\"data\":{\"a\":[0.1,-3],\"b\":9007199254740991},\"id\":\"e\"}");
    }

    @Test
    void an_integer_that_would_become_another_one_is_refused() {
        for (String integer :
                new String[] {"9007199254740993", "-9007199254740992", "123456789012345678901234567890"}) {
            assertThatThrownBy(() -> text("{\"a\": {\"b\": [%s]}}".formatted(integer)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("event.unreadable"));
        }
    }

    private String text(String data) throws JsonProcessingException {
        EventEnvelope event = new EventEnvelope(
                ID,
                "t",
                ID,
                Instant.EPOCH,
                "MIIT",
                new AggregateVersion("thing", ID, 1),
                ID,
                Map.of("id", "e"),
                new byte[0],
                json);
        return new CanonicalEvents(json).of(event, json.readTree(data));
    }
}
