package org.regulus.notification.service.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.notification.service.DocumentService;
import org.regulus.notification.service.ServiceState;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Undeliverable;
import org.regulus.notification.service.Step;
import org.regulus.notification.service.Terms;

/** What goes over the wire is the published contract, byte for byte. */
class ServiceMessagesTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 10);

    @Test
    void each_outcome_is_its_golden_sample() {
        check(ServiceMessages.SERVED, new Served("in-person", DAY));
        check(ServiceMessages.REFUSED, new Refused(Optional.of("post"), DAY));
        check(ServiceMessages.UNDELIVERABLE, new Undeliverable(Optional.of("post"), DAY));
        check(ServiceMessages.PUBLISHED, new Published(LocalDate.of(2019, 10, 12), LocalDate.of(2019, 11, 11)));
    }

    private static void check(String type, ServiceState state) {
        DocumentService.Of of = new DocumentService.Of(
                UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
                UUID.fromString("01976a2e-5c00-7000-8000-000000000003"),
                "MIIT",
                "penalty-notice",
                UUID.fromString("01976a2e-5c00-7000-8000-00000000000f"));
        UUID id = UUID.fromString("01976a2e-5c00-7000-8000-00000000000e");
        OutboxMessage event = ServiceMessages.of(
                new DocumentService(
                        id,
                        of,
                        Terms.ofOwnAccord(DAY, Optional.empty()),
                        1,
                        List.of(new Step(state, Optional.empty(), "anna"))),
                Instant.parse("2019-10-12T02:00:00Z"));
        assertThat(event.type()).isEqualTo(type);
        Golden.check(type, event.data());
    }
}
