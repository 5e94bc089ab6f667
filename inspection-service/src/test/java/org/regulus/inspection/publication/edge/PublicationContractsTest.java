package org.regulus.inspection.publication.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class PublicationContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void a_publication_its_correction_and_its_withdrawal() {
        Golden.check(
                PublicationMessages.PUBLISHED,
                new PublicationMessages.InspectionPublished(
                        id("01"),
                        id("07"),
                        id("16"),
                        id("03"),
                        "MIIT",
                        "random",
                        "issues",
                        Instant.parse("2019-09-03T16:00:00Z")));
        Golden.check(
                PublicationMessages.CORRECTED,
                new PublicationMessages.PublicationCorrected(
                        id("01"),
                        id("07"),
                        id("16"),
                        id("03"),
                        "MIIT",
                        "no-issue",
                        2,
                        Instant.parse("2019-09-10T02:00:00Z")));
        Golden.check(
                PublicationMessages.WITHDRAWN,
                new PublicationMessages.PublicationWithdrawn(
                        id("01"), id("07"), id("16"), id("03"), "MIIT", Instant.parse("2019-09-11T02:00:00Z")));
    }
}
