package org.regulus.filing.registry.edge;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class RegistryContractsTest {

    private static final UUID OPERATOR = UUID.fromString("01976a2e-5c00-7000-8000-000000000003");

    @Test
    void registered() {
        Golden.check(
                RegistryMessages.REGISTERED,
                new RegistryMessages.OperatorRegistered(
                        OPERATOR,
                        "MIIT",
                        "Synthetic Cloud 0042",
                        "notices@operator-0042.example",
                        "zh",
                        Instant.parse("2019-05-20T02:00:00Z")));
    }

    @Test
    void standing_changed() {
        Golden.check(
                RegistryMessages.STANDING_CHANGED,
                new RegistryMessages.StandingChanged(
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000009"),
                        OPERATOR,
                        "MIIT",
                        "suspended",
                        "active",
                        Instant.parse("2019-07-02T03:00:00Z")));
    }
}
