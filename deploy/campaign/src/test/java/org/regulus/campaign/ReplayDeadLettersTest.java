package org.regulus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayDeadLettersTest {

    private final ConsumerRecord<String, byte[]> letter =
            new ConsumerRecord<>("regulus.inspection.dead-letters", 3, 7, "case-1", new byte[] {1, 2});

    @Test
    void a_letter_goes_back_as_the_event_that_it_was() {
        header("ce_id", "e-1");
        header("ce_type", "regulus.filing.case-opened.v1");
        header("regulus-dead-topic", "regulus.filing.events");
        header("regulus-dead-reason", "event.unreadable");

        ProducerRecord<String, byte[]> revived = ReplayDeadLetters.revived(letter);

        assertThat(revived.topic()).isEqualTo("regulus.filing.events");
        assertThat(revived.partition()).as("the key decides").isNull();
        assertThat(revived.key()).isEqualTo("case-1");
        assertThat(revived.value()).containsExactly(1, 2);
        assertThat(revived.headers()).extracting("key").containsExactly("ce_id", "ce_type");
    }

    @Test
    void a_letter_without_an_origin_is_named() {
        assertThatThrownBy(() -> ReplayDeadLetters.revived(letter)).hasMessageContaining("3-7");
    }

    private void header(String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
