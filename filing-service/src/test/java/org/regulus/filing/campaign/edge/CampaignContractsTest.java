package org.regulus.filing.campaign.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

/** What this feature announces is what its contracts promise. */
class CampaignContractsTest {

    private static final UUID ID = UUID.fromString("01976a2e-5c00-7000-8000-000000000002");

    @Test
    void published() {
        Golden.check(
                CampaignMessages.PUBLISHED,
                new CampaignMessages.CampaignPublished(
                        ID,
                        "MIIT",
                        "MIIT-2019-NS",
                        "CN-MIIT-2019",
                        Instant.parse("2019-06-02T16:00:00Z"),
                        Instant.parse("2019-07-15T16:00:00Z"),
                        500,
                        List.of(7, 1)));
    }

    @Test
    void corrected() {
        Golden.check(
                CampaignMessages.CORRECTED,
                new CampaignMessages.CampaignCorrected(
                        ID,
                        "MIIT",
                        "MIIT-2019-NS",
                        1,
                        Instant.parse("2019-07-31T16:00:00Z"),
                        Instant.parse("2019-06-20T02:00:00Z")));
    }

    @Test
    void filing_closed() {
        Golden.check(
                CampaignMessages.FILING_CLOSED,
                new CampaignMessages.CampaignFilingClosed(
                        ID, "MIIT", "MIIT-2019-NS", Instant.parse("2019-07-15T16:00:01Z"), 480, 20));
    }

    @Test
    void completed() {
        Golden.check(
                CampaignMessages.COMPLETED,
                new CampaignMessages.CampaignCompleted(
                        ID, "MIIT", "MIIT-2019-NS", Instant.parse("2019-12-20T02:00:00Z"), 500));
    }
}
