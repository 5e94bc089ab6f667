package org.regulus.sanctions.penalty.edge;

import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regulus.common.time.MovableClock;

/** Where the story of a penalty begins: ten in the morning of 20 September 2019, a Friday. */
abstract class InSeptember2019 {

    @Inject
    MovableClock clock;

    @BeforeEach
    void it_is_20_september_2019() {
        clock.moveTo(Instant.parse("2019-09-20T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }
}
