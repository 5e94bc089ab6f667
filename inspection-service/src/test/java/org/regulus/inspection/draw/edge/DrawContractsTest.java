package org.regulus.inspection.draw.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** What draws announce is what their contracts promise. */
class DrawContractsTest {

    private static final UUID DRAW = UUID.fromString("01976a2e-5c00-7000-8000-000000000006");
    private static final UUID CAMPAIGN = UUID.fromString("01976a2e-5c00-7000-8000-000000000002");
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void committed() {
        Golden.check(
                DrawMessages.COMMITTED,
                new DrawMessages.DrawCommitted(
                        DRAW,
                        CAMPAIGN,
                        "MIIT",
                        480,
                        DIGEST,
                        48,
                        "rivest-consistent-sampler-1",
                        DIGEST,
                        Instant.parse("2019-07-16T02:00:00Z")));
    }

    @Test
    void replaced() {
        Golden.check(
                ReplacementMessages.MADE,
                new ReplacementMessages.DrawReplacementMade(
                        DRAW,
                        CAMPAIGN,
                        "MIIT",
                        1,
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000021"),
                        "operator-ceased",
                        DIGEST,
                        Instant.parse("2019-07-18T02:00:00Z")));
    }

    @Test
    void shares() {
        Golden.check(
                DrawShares.SHARE_REVEALED,
                new DrawShares.DrawShareRevealed(
                        DRAW, CAMPAIGN, "MIIT", "operators-council", Instant.parse("2019-07-16T08:00:00Z")));
    }

    @Test
    void abandoned() {
        Golden.check(
                Abandonments.ABANDONED,
                new Abandonments.DrawAbandoned(DRAW, CAMPAIGN, "MIIT", Instant.parse("2019-07-17T02:00:00Z")));
    }

    @Test
    void completed() {
        Golden.check(
                DrawMessages.COMPLETED,
                new DrawMessages.DrawCompleted(
                        DRAW, CAMPAIGN, "MIIT", DIGEST, DIGEST, 48, DIGEST, Instant.parse("2019-07-17T02:00:00Z")));
    }
}
