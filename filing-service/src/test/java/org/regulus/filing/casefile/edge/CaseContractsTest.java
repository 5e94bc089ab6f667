package org.regulus.filing.casefile.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** What this feature announces is what its contracts promise. */
class CaseContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void opened() {
        Golden.check(
                CaseMessages.OPENED,
                new CaseMessages.CaseOpened(
                        id("01"),
                        "MIIT-2019-NS-000042",
                        id("02"),
                        id("03"),
                        "MIIT",
                        "44",
                        "B11",
                        List.of("cdn", "public-cloud"),
                        "B",
                        "campaign",
                        Instant.parse("2019-07-15T16:00:00Z"),
                        Instant.parse("2019-06-03T01:00:00Z")));
    }

    @Test
    void overdue() {
        Golden.check(
                CaseMessages.OVERDUE,
                new CaseMessages.FilingOverdue(
                        id("01"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        Instant.parse("2019-07-15T16:00:00Z"),
                        Instant.parse("2019-07-15T16:00:01Z")));
    }

    @Test
    void assigned() {
        Golden.check(
                CaseMessages.ASSIGNED,
                new CaseMessages.CaseAssigned(
                        id("01"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        "8c5e1f0a-0d57-4c53-9f55-0a4b3f6c7d01",
                        Instant.parse("2019-07-16T02:00:00Z")));
    }

    @Test
    void closed() {
        Golden.check(
                CaseMessages.CLOSED,
                new CaseMessages.CaseClosed(
                        id("01"), id("02"), id("03"), "MIIT", "no-issue", Instant.parse("2019-09-02T06:30:00Z")));
    }

    @Test
    void extension_requested() {
        Golden.check(
                CaseMessages.EXTENSION_REQUESTED,
                new CaseMessages.ExtensionRequested(
                        id("01"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        Instant.parse("2019-07-15T16:00:00Z"),
                        Instant.parse("2019-07-31T16:00:00Z"),
                        Instant.parse("2019-07-10T03:00:00Z")));
    }

    @Test
    void extension_decided() {
        Golden.check(
                CaseMessages.EXTENSION_DECIDED,
                new CaseMessages.ExtensionDecided(
                        id("01"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        true,
                        Instant.parse("2019-07-31T16:00:00Z"),
                        Instant.parse("2019-07-12T03:00:00Z")));
    }

    @Test
    void corrected() {
        Golden.check(
                CaseMessages.CORRECTED,
                new CaseMessages.CaseCorrected(
                        id("01"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        1,
                        Instant.parse("2019-07-31T16:00:00Z"),
                        Instant.parse("2019-06-20T02:00:00Z")));
    }
}
