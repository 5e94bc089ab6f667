package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.notification.edge.GreyServer;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Mail servers as they are: they ask to be called again, or let one wait. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class MailFaultIT {

    private final Told told = Told.anew("MIIT");

    @Test
    void a_server_that_greylists_gets_each_mail_once_and_takes_it_the_second_time() throws IOException {
        try (GreyServer server = new GreyServer(true, 0)) {
            told.registered("zh").tell("filing.case-opened");
            served();
            List<GreyServer.Taken> taken = server.taken(told.address());
            assertThat(taken).hasSize(1);
            assertThat(server.deferrals()).isPositive();
            String id = told.messages("id").get(0);
            assertThat(taken.get(0).from()).isEqualTo("bounces+" + id + "@regulus.regulator.example");
            assertThat(taken.get(0).text())
                    .contains("Message-ID: <" + id + "@regulus.regulator.example>", "Auto-Submitted: auto-generated")
                    .contains("From: regulus@regulator.example");
        }
    }

    @Test
    void a_server_that_lets_callers_wait_loses_nothing_and_gets_nothing_twice() throws IOException {
        try (GreyServer server = new GreyServer(false, 2)) {
            told.registered("zh").tell("filing.case-opened");
            told.tell("filing.filing-accepted");
            Told.await("two served").until(() -> told.messageStates().equals(List.of("served", "served")));
            assertThat(server.taken(told.address())).hasSize(2);
        }
    }

    private void served() {
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
    }
}
