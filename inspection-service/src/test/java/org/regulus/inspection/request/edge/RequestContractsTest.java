package org.regulus.inspection.request.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class RequestContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    @Test
    void a_request_its_decision_and_its_end() {
        Golden.check(
                RequestMessages.MADE,
                new RequestMessages.RequestMade(
                        id("01"),
                        id("07"),
                        id("14"),
                        id("03"),
                        "MIIT",
                        "recusal",
                        id("11"),
                        Instant.parse("2019-07-19T02:00:00Z")));
        Golden.check(
                RequestMessages.DECIDED,
                new RequestMessages.RequestDecided(
                        id("01"),
                        id("07"),
                        id("14"),
                        id("03"),
                        "MIIT",
                        "recusal",
                        true,
                        Instant.parse("2019-07-20T02:00:00Z")));
        Golden.check(
                RequestMessages.LAPSED,
                new RequestMessages.RequestLapsed(
                        id("01"),
                        id("07"),
                        id("14"),
                        id("03"),
                        "MIIT",
                        "recusal",
                        "inspection-replaced",
                        Instant.parse("2019-07-20T02:00:00Z")));
    }
}
