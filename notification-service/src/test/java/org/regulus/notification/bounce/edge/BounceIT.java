package org.regulus.notification.bounce.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** A mail that was taken comes back, as a mail system tells of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class BounceIT {

    private static final String BOUNCED = "regulus.notification.notice-bounced.v1";
    private static final String MAIL_SYSTEM =
            Tokens.as("mail").roles("mail-system").sign();

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew(Tokens.freshAuthority());
    private String message;

    @BeforeEach
    void a_mail_that_was_taken() {
        post.start();
        told.registered("zh").tell("filing.case-opened");
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
        message = told.messages("id").get(0);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void a_mail_that_came_back_is_marked_announced_and_told_the_officers_once() {
        String report = report(message, "failed", "5.1.1");
        take(report).statusCode(204);
        take(report).statusCode(204);
        take(report(message, "failed", "5.4.4")).statusCode(204);
        assertThat(told.messageStates()).containsExactly("bounced");
        var event = TestTopics.await(Told.TOPIC, BOUNCED, told.caseId());
        assertThat(Golden.schema(BOUNCED).validate(event.tree())).isEmpty();
        assertThat(event.tree().path("status").asText()).isEqualTo("5.1.1");
        assertThat(event.attributes().get("sequence")).isEqualTo("2");
        Told.await("the inbox").until(() -> as(told.officer())
                .get("/inbox")
                .jsonPath()
                .getList("items.template")
                .contains("notice-bounced"));
        assertThat(TestTopics.count(Told.TOPIC, BOUNCED, told.caseId())).isEqualTo(1);
        reports(told.officer())
                .body("items.status", contains("5.1.1", "5.4.4"))
                .body("items.action", hasItem("failed"));
        String id = reports(told.officer()).extract().path("items[0].id");
        assertThat(as(told.officer()).get("/delivery-reports/" + id + "/source").asString())
                .isEqualTo(report);
    }

    @Test
    void a_mail_that_is_late_is_noted_and_still_on_its_way() {
        take(report(message, "delayed", "4.4.1")).statusCode(204);
        assertThat(told.messageStates()).containsExactly("served");
        reports(told.officer()).body("items.action", contains("delayed"));
        take(report(message, "failed", "4.4.7")).statusCode(204);
        assertThat(told.messageStates()).containsExactly("bounced");
    }

    @Test
    void what_is_no_report_on_one_of_our_mails_is_refused() {
        problem(take(report(Told.id().toString(), "failed", "5.1.1")), 404, "message.unknown");
        problem(take(report(message, "lost", "5.1.1")), 422, "delivery-report.unreadable");
        problem(take(report(message, "failed", "5.1.1").replace("bounces+", "x+")), 422, "delivery-report.unreadable");
        problem(
                take("To: bounces+" + message + "@regulus.regulator.example\r\n\r\nI am away until Monday.\r\n"),
                422,
                "delivery-report.unreadable");
        problem(
                take(report(message, "failed", "5.1.1").replace("message/delivery-status", "text/x-status")),
                422,
                "delivery-report.unreadable");
        assertThat(told.messageStates()).containsExactly("served");
    }

    @Test
    void only_the_mail_system_reports_and_only_the_authority_reads() {
        problem(take(told.officer(), report(message, "failed", "5.1.1")), 403, "auth.forbidden");
        problem(take(told.operator(), report(message, "failed", "5.1.1")), 403, "auth.forbidden");
        String admin = Tokens.as("admin").roles("platform-admin").sign();
        problem(take(admin, report(message, "failed", "5.1.1")), 403, "auth.forbidden");
        problem(as(MAIL_SYSTEM).get("/delivery-reports").then(), 403, "auth.forbidden");
        take(report(message, "failed", "5.1.1")).statusCode(204);
        String id = reports(told.officer()).extract().path("items[0].id");
        String other = Tokens.officer("case-officer", "GDCA");
        reports(other).body("items.id", not(hasItem(id)));
        problem(as(other).get("/delivery-reports/" + id + "/source").then(), 404, "delivery-report.unknown");
        problem(as(told.operator()).get("/delivery-reports").then(), 403, "auth.forbidden");
        TokenRefusals.check("/delivery-reports");
    }

    private ValidatableResponse reports(String token) {
        return as(token)
                .queryParam("message", message)
                .get("/delivery-reports")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse take(String report) {
        return take(MAIL_SYSTEM, report);
    }

    private static ValidatableResponse take(String token, String report) {
        return as(token)
                .contentType("message/rfc822")
                .body(report.getBytes(StandardCharsets.UTF_8))
                .post("/delivery-reports")
                .then();
    }

    /** As Postfix writes it. */
    private String report(String about, String action, String status) {
        return """
                Return-Path: <>
                Date: Mon,  3 Jun 2019 09:00:07 +0800 (CST)
                From: MAILER-DAEMON@mx.regulator.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: bounces+%s@regulus.regulator.example
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="4B2F1A.1559523607/mx.regulator.example"

                This is a MIME-encapsulated message.

                --4B2F1A.1559523607/mx.regulator.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --4B2F1A.1559523607/mx.regulator.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.regulator.example
                X-Postfix-Queue-ID: 4B2F1A
                Arrival-Date: Mon,  3 Jun 2019 09:00:05 +0800 (CST)

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.operator.example
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --4B2F1A.1559523607/mx.regulator.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Subject: =?utf-8?Q?=E5=B7=B2?=

                --4B2F1A.1559523607/mx.regulator.example--
                """
                .formatted(about, told.address(), action, status)
                .replace("\n", "\r\n");
    }
}
