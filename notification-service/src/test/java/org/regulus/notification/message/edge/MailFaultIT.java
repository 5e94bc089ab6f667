package org.regulus.notification.message.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.GreyServer;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.regulus.notification.evidence.Digests;

/** Mail servers as they are: they ask to be called again, or let one wait. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class MailFaultIT {

    @Inject
    Database database;

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

    @Test
    void what_the_mail_server_answered_is_kept_announced_and_told_to_whom_it_concerns() throws IOException {
        try (GreyServer server = new GreyServer(true, 0)) {
            told.registered("zh").tell("filing.case-opened");
            served();
            JsonPath kept = evidence(told.officer());
            assertThat(kept.getList("items.outcome")).containsExactly("refused", "accepted");
            assertThat(document(kept, 0).getString("facts.reply")).startsWith("451 4.7.1 Greylisted");
            JsonPath taken = document(kept, 1);
            assertThat(taken.getString("facts.reply"))
                    .isEqualTo("250 2.0.0 Ok: queued as " + GreyServer.queueId(server.taken()));
            assertThat(taken.getString("facts.envelopeTo")).isEqualTo(told.address());
            assertThat(taken.getString("facts.envelopeFrom")).startsWith("bounces+" + taken.getString("subject"));
            assertThat(taken.getString("facts.messageId"))
                    .isEqualTo("<%s@regulus.regulator.example>".formatted(taken.getString("subject")));
            byte[] mail = get(told.operator(), "/evidence/" + taken.getString("id") + "/source")
                    .asByteArray();
            assertThat(Digests.sha256(mail)).isEqualTo(taken.getString("facts.mailSha256"));
            assertThat(new String(mail, UTF_8).replace("\r\n", "\n"))
                    .isEqualTo(server.taken(told.address()).get(0).text());
            var event = TestTopics.await(Told.TOPIC, Told.SERVED, told.caseId()).tree();
            assertThat(event.path("evidenceId").asText()).isEqualTo(taken.getString("id"));
            assertThat(event.path("evidenceDigest").asText()).isEqualTo(kept.getString("items[1].digest"));
            assertThat(evidence(told.operator()).getList("items.id")).isEqualTo(kept.getList("items.id"));
        }
    }

    @Test
    void evidence_is_shown_to_nobody_else_and_cannot_be_changed() throws Exception {
        try (GreyServer server = new GreyServer(false, 0)) {
            told.registered("zh").tell("filing.case-opened");
            served();
            String id = evidence(told.officer()).getString("items[0].id");
            for (String stranger : List.of(Tokens.officer("case-officer", "GDCA"), Tokens.operator(Told.id()))) {
                assertThat(evidence(stranger).getList("items")).isEmpty();
                problem(as(stranger).get("/evidence/" + id + "/document").then(), 404, "evidence.unknown");
                problem(as(stranger).get("/evidence/" + id + "/source").then(), 404, "evidence.unknown");
            }
            for (String change : List.of("update %s set attempt = 9", "delete from %s", "truncate %s cascade")) {
                assertThatThrownBy(() -> database.execute(change.formatted("service_evidence")))
                        .hasMessageContaining("append-only");
            }
            TokenRefusals.check("/evidence");
        }
    }

    @Test
    void a_mail_of_which_nobody_knows_whether_it_was_taken_goes_out_again_with_the_same_message_id()
            throws IOException {
        try (GreyServer server = new GreyServer(false, 0).mute(told.address())) {
            told.registered("zh").tell("filing.case-opened");
            served();
            assertThat(evidence(told.officer()).getList("items.outcome")).containsExactly("unknown", "accepted");
            assertThat(server.taken(told.address()))
                    .hasSize(2)
                    .extracting(mail -> mail.text()
                            .lines()
                            .filter(line -> line.startsWith("Message-ID"))
                            .toList())
                    .containsOnly(List.of("Message-ID: <%s@regulus.regulator.example>"
                            .formatted(told.messages("id").get(0))));
        }
    }

    @Test
    void a_mail_server_that_answers_too_late_leaves_the_outcome_unknown() throws IOException {
        try (GreyServer server = new GreyServer(false, 0).late(told.address())) {
            told.registered("zh").tell("filing.case-opened");
            served();
            assertThat(evidence(told.officer()).getList("items.outcome")).containsExactly("unknown", "accepted");
            assertThat(server.taken(told.address())).hasSize(2);
        }
    }

    private JsonPath evidence(String token) {
        return get(token, "/evidence?case=" + told.caseId()).jsonPath();
    }

    /** Its digest is that of its octets. */
    private JsonPath document(JsonPath kept, int item) {
        byte[] document = get(
                        told.officer(), "/evidence/" + kept.getString("items[%d].id".formatted(item)) + "/document")
                .asByteArray();
        assertThat(Digests.sha256(document)).isEqualTo(kept.getString("items[%d].digest".formatted(item)));
        return new JsonPath(new String(document, UTF_8));
    }

    private static ExtractableResponse<Response> get(String token, String path) {
        return as(token).get(path).then().statusCode(200).extract();
    }

    private void served() {
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
    }
}
