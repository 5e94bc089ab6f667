package org.regulus.inspection.complaint.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class ComplaintContractsTest {

    private static final Instant RECEIVED = Instant.parse("2019-07-15T02:00:00Z");
    private static final Instant REGISTERED = Instant.parse("2019-07-16T02:00:00Z");
    private static final Instant ENDED = Instant.parse("2019-07-17T02:00:00Z");

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void a_complaint_and_its_two_ends() {
        Golden.check(
                ComplaintMessages.REGISTERED,
                new ComplaintMessages.ComplaintRegistered(
                        id("01"), id("15"), id("03"), "MIIT", "data-leak", RECEIVED, REGISTERED));
        Golden.check(
                ComplaintMessages.REFERRED,
                new ComplaintMessages.ComplaintReferred(id("01"), id("15"), id("03"), "MIIT", id("07"), ENDED));
        Golden.check(
                ComplaintMessages.CLOSED,
                new ComplaintMessages.ComplaintClosed(id("01"), id("15"), id("03"), "MIIT", "unfounded", ENDED));
    }
}
