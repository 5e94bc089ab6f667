package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class EvidenceSealsTest {

    @Test
    void a_seal_is_announced_as_the_golden_sample_says() {
        var event = EvidenceSeals.event(
                UUID.fromString("01976a2e-5c00-7000-8000-00000000000d"),
                2,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Instant.parse("2019-06-03T01:00:05Z"));
        assertThat(event.type()).isEqualTo(EvidenceSeals.SEALED);
        Golden.check(EvidenceSeals.SEALED, event.data());
    }

    @Test
    void another_order_or_one_left_out_is_another_seal() {
        String seal = EvidenceSeals.digest(List.of("a", "b"));
        assertThat(seal)
                .isNotEqualTo(EvidenceSeals.digest(List.of("b", "a")))
                .isNotEqualTo(EvidenceSeals.digest(List.of("a")));
    }
}
