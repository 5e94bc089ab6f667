package org.regulus.notification.officer.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** Officers are written to as each wants it, over a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class OfficerMailIT {

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew(Tokens.freshAuthority());
    private final String address = told.caseId() + "@regulator.example";

    @Inject
    Database database;

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void an_officer_who_wants_it_gets_a_mail_for_each_message_once() {
        say(Map.of("mail", "each", "language", "en")).statusCode(200).body("address", equalTo(address));
        UUID event = Told.id();
        told.tell(event, "filing.filing-submitted");
        told.tell(event, "filing.filing-submitted");
        told.tell("sanctions.penalty-proposed"); // for legal reviewers
        told.tell("filing.extension-requested");
        await(2);
        assertThat(told.messages("recipient"))
                .containsOnly("officer/" + account())
                .hasSize(2);
        as(told.operator()).get("/messages").then().body("items.size()", equalTo(0));
    }

    @Test
    void what_is_ready_in_quiet_hours_comes_after_them_and_what_is_urgent_at_once() throws Exception {
        LocalTime now = now();
        say(Map.of(
                        "mail",
                        "each",
                        "zone",
                        "UTC",
                        "quietFrom",
                        now.minusHours(1).toString(),
                        "quietUntil",
                        now.plusHours(1).toString()))
                .statusCode(200);
        told.tell("filing.filing-submitted");
        told.tell("filing.risk-reported");
        await(1);
        assertThat(text(0)).contains("运营者报告了网络安全风险");
        Told.await("held").until(() -> told.messageStates().contains("planned"));
        assertThat(minutesUntilDue()).as("the end of the quiet hours").isBetween(58L, 60L);
        ready();
        await(2);
        assertThat(text(1)).contains("运营者已提交自查报告");
    }

    @Test
    void the_mail_of_a_day_tells_of_all_its_messages_and_what_comes_later_is_in_the_next() throws Exception {
        say(Map.of(
                        "mail", "daily",
                        "language", "en",
                        "zone", "UTC",
                        "digestAt", now().plusHours(1).toString()))
                .statusCode(200);
        UUID event = Told.id();
        told.tell(event, "filing.filing-submitted");
        told.tell("filing.extension-requested");
        told.tell(event, "filing.filing-submitted");
        Told.await("both are in it")
                .until(() -> as(token(address))
                                .get("/inbox")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 2);
        assertThat(minutesUntilDue()).as("the hour of the digest").isBetween(58L, 60L);
        ready();
        await(1);
        assertThat(post.to(address).get(0).getSubject()).isEqualTo("Your messages of the day");
        assertThat(text(0))
                .containsOnlyOnce("A filing was submitted (" + told.caseId())
                .containsOnlyOnce("More time was requested (");
        told.tell("filing.filing-submitted");
        Told.await("the next one").until(() -> digests("planned") == 1);
        database.execute(
                "update message set state = 'sending', attempts = 1, due_at = clock_timestamp() + interval '1 hour'"
                        + " where template = 'digest' and state = 'planned' and authority = '" + told.authority()
                        + "'");
        told.tell("filing.filing-submitted");
        Told.await("one more, for a claimed one takes no more lines").until(() -> digests("planned") == 1);
        assertThat(digests("served") + digests("sending")).isEqualTo(2);
        assertThat(post.to(address)).hasSize(1);
    }

    /** Of what is planned for this test's officers. */
    private long minutesUntilDue() {
        return database.count("select extract(epoch from due_at - clock_timestamp()) / 60 from message"
                + " where state = 'planned' and authority = '" + told.authority() + "'");
    }

    /** As if the hours had passed. */
    private void ready() throws SQLException {
        database.execute("update message set due_at = clock_timestamp() where state = 'planned' and authority = '"
                + told.authority() + "'");
    }

    @Test
    void who_wants_no_mail_any_more_gets_none_that_was_held_either() {
        say(Map.of(
                        "mail",
                        "daily",
                        "zone",
                        "UTC",
                        "digestAt",
                        now().minusHours(1).toString()))
                .statusCode(200);
        told.tell("filing.filing-submitted");
        Told.await("the mail of the day").until(() -> digests("planned") == 1);
        String[] quiet = {now().minusHours(1).toString(), now().plusHours(1).toString()};
        say(Map.of("mail", "each", "zone", "UTC", "quietFrom", quiet[0], "quietUntil", quiet[1]))
                .statusCode(200);
        told.tell("filing.extension-requested");
        Told.await("held").until(() -> told.messageStates().equals(List.of("planned")));
        say(Map.of("mail", "none")).statusCode(200);
        assertThat(digests("planned")).isZero();
        assertThat(told.messageStates()).isEmpty();
        as(token(address)).get("/inbox").then().body("items.size()", equalTo(2));
    }

    @Test
    void the_mail_of_a_day_that_was_begun_goes_out_at_the_new_hour() {
        daily(now().minusHours(1));
        told.tell("filing.filing-submitted");
        Told.await("a mail of the day").until(() -> digests("planned") == 1);
        daily(now().plusSeconds(3));
        await(1);
        assertThat(text(0)).contains("A filing was submitted");
    }

    private void daily(LocalTime at) {
        say(Map.of("mail", "daily", "language", "en", "zone", "UTC", "digestAt", at.toString()))
                .statusCode(200);
    }

    @Test
    void what_an_officer_does_not_want_is_in_the_inbox_only() {
        say(Map.of("mail", "each", "unwanted", List.of("filing-submitted"))).statusCode(200);
        told.tell("filing.filing-submitted");
        told.tell("filing.extension-requested");
        await(1);
        as(token(address))
                .get("/inbox")
                .then()
                .body("items.template", contains("filing-submitted", "extension-requested"));
        as(token(address)).get("/mail-settings").then().body("unwanted", contains("filing-submitted"));
        say(Map.of("mail", "none")).statusCode(200);
        told.tell("filing.filing-submitted");
        told.awaitTimeline(3);
        assertThat(told.messageStates()).hasSize(1);
    }

    @Test
    void settings_that_cannot_be_are_refused_with_all_reasons() {
        ValidatableResponse refused = say(
                token(null),
                Map.of(
                        "mail", "daily",
                        "zone", "Moon/Crater",
                        "quietFrom", "20:00",
                        "unwanted", List.of("filing-overdue", "coffee-served")));
        problem(refused, 422, "mail-settings.refused")
                .body(
                        "errors.code",
                        contains(
                                "mail-settings.zone",
                                "mail-settings.quiet-hours",
                                "mail-settings.digest-at",
                                "mail-settings.no-address",
                                "preferences.legal",
                                "preferences.unknown"));
        problem(say(Map.of("mail", "hourly")), 422, "request.invalid");
        problem(as(token(address)).get("/mail-settings").then(), 404, "mail-settings.none");
        problem(as(told.operator()).get("/mail-settings").then(), 403, "auth.forbidden");
        problem(say(told.operator(), Map.of("mail", "none")), 403, "auth.forbidden");
        TokenRefusals.check("/mail-settings");
    }

    private String account() {
        return "case-officer@" + told.authority();
    }

    private String token(String email) {
        return Tokens.as(account())
                .roles("case-officer")
                .authority(told.authority())
                .email(email)
                .sign();
    }

    private ValidatableResponse say(Map<String, Object> wanted) {
        return say(token(address), wanted);
    }

    private static ValidatableResponse say(String token, Map<String, Object> wanted) {
        return as(token)
                .contentType("application/json")
                .body(wanted)
                .put("/mail-settings")
                .then();
    }

    private static LocalTime now() {
        return LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private void await(int mails) {
        Told.await(mails + " mails").until(() -> post.to(address).size() == mails);
    }

    private String text(int mail) {
        return PostOffice.text(post.to(address).get(mail));
    }

    private long digests(String state) {
        return database.count(
                "select count(*) from message where template = 'digest' and state = '%s' and authority = '%s'"
                        .formatted(state, told.authority()));
    }
}
