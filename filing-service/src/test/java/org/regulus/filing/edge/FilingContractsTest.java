package org.regulus.filing.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** What this feature announces is what its contracts promise. */
class FilingContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void submitted() {
        Golden.check(
                FilingMessages.SUBMITTED,
                new FilingMessages.FilingSubmitted(
                        id("01"),
                        id("04"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        1,
                        false,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        3,
                        17,
                        Instant.parse("2019-07-01T03:00:00Z")));
    }

    @Test
    void returned() {
        Golden.check(
                FilingMessages.RETURNED,
                new FilingMessages.FilingReturned(
                        id("01"), id("04"), id("02"), id("03"), "MIIT", 1, 2, Instant.parse("2019-07-02T03:00:00Z")));
    }

    @Test
    void accepted() {
        Golden.check(
                FilingMessages.ACCEPTED,
                new FilingMessages.FilingAccepted(
                        id("01"),
                        id("04"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        2,
                        false,
                        Instant.parse("2019-07-04T03:00:00Z")));
    }

    @Test
    void withdrawn() {
        Golden.check(
                FilingMessages.WITHDRAWN,
                new FilingMessages.FilingWithdrawn(
                        id("01"), id("04"), id("02"), id("03"), "MIIT", 1, Instant.parse("2019-07-02T03:00:00Z")));
    }
}
