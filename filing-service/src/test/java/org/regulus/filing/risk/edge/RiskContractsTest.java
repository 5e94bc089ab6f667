package org.regulus.filing.risk.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** What this feature announces is what its contracts promise. */
class RiskContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void reported() {
        Golden.check(
                Risks.REPORTED,
                new Risks.RiskReported(
                        id("01"), id("05"), id("03"), "MIIT", "major", Instant.parse("2019-08-20T03:00:00Z")));
    }

    @Test
    void triaged() {
        Golden.check(
                Risks.TRIAGED,
                new Risks.RiskTriaged(
                        id("01"),
                        id("05"),
                        id("03"),
                        "MIIT",
                        "major",
                        "inspect",
                        Instant.parse("2019-08-21T03:00:00Z")));
    }

    @Test
    void stage_delivered() {
        Golden.check(
                RiskStages.DELIVERED,
                new RiskStages.RiskStageDelivered(
                        id("01"),
                        id("05"),
                        id("03"),
                        "MIIT",
                        "notification",
                        1,
                        false,
                        Instant.parse("2019-08-22T03:00:00Z")));
    }

    @Test
    void stage_missed() {
        Golden.check(
                RiskStages.MISSED,
                new RiskStages.RiskStageMissed(
                        id("01"),
                        id("05"),
                        id("03"),
                        "MIIT",
                        "notification",
                        "operator",
                        Instant.parse("2019-08-23T03:00:00Z")));
    }
}
