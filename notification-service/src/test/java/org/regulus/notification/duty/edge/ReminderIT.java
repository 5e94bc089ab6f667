package org.regulus.notification.duty.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;
import org.regulus.common.time.Zones;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** From the plan of a campaign to the reminder in the mailbox, and back when the duty is met. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class ReminderIT {

    private static final String PUBLISHED = "regulus.filing.campaign-published.v1";

    @Inject
    MovableClock clock;

    @Inject
    Database database;

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew("MIIT");
    private final UUID campaign = Told.id();
    private final Instant due = Zones.endOf(LocalDate.now(Zones.REGULATOR).plusDays(20));

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        clock.reset();
        post.close();
    }

    @Test
    void a_campaigns_operators_are_reminded_by_its_plan_whichever_comes_first() {
        Told second = Told.anew("MIIT");
        opened(told);
        awaitReminders(told, "7 planned", "1 planned");
        publish(5, -2);
        awaitReminders(told, "7 withdrawn", "1 withdrawn", "5 planned", "-2 planned");
        opened(second);
        awaitReminders(second, "5 planned", "-2 planned");
    }

    @Test
    void a_reminder_goes_out_once_by_mail_and_inbox_also_after_downtime() {
        told.registered("en");
        publish(5, 2);
        opened(told);
        awaitReminders(told, "5 planned", "2 planned");
        clock.moveTo(due.minus(1, ChronoUnit.HOURS));
        awaitReminders(told, "5 sent", "2 sent");
        Told.await("two mails").until(() -> reminders().size() == 2);
        assertThat(PostOffice.text(reminders().get(0)))
                .contains("What is to be done: file the self-evaluation report")
                .contains("Due on: ");
        assertThat(TestTopics.count(Told.TOPIC, ReminderDeadline.REMINDED, told.caseId()))
                .isEqualTo(2);
        assertThat(as(told.operator()).get("/inbox").<List<String>>path("items.template"))
                .containsOnlyOnce("case-opened")
                .endsWith("duty-reminded", "duty-reminded");
        clock.moveTo(due.plus(1, ChronoUnit.DAYS));
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void a_duty_that_is_met_is_reminded_of_no_more_until_it_is_opened_again() {
        publish(5);
        opened(told);
        awaitReminders(told, "5 planned");
        told.tell("filing.filing-submitted");
        awaitReminders(told, "5 withdrawn");
        assertThat(duties(told).getString("items[0].metAt")).isNotNull();
        assertThat(duties(told).getString("next")).isNull();
        Instant later = due.plus(Duration.ofDays(3));
        told.tell(
                Told.id(),
                "filing.case-corrected",
                told.data("filing.case-corrected").put("filingDueAt", later.toString()));
        told.tell("filing.filing-returned");
        awaitReminders(told, "5 planned");
        assertThat(duties(told).getString("next.kind")).isEqualTo("filing");
        assertThat(duties(told).getString("next.dueAt")).isEqualTo(later.toString());
    }

    @Test
    void more_time_moves_the_reminders() {
        publish(5);
        opened(told);
        awaitReminders(told, "5 planned");
        Instant later = due.plus(Duration.ofDays(10));
        told.tell(
                Told.id(),
                "filing.extension-decided",
                told.data("filing.extension-decided").put("filingDueAt", later.toString()));
        Told.await("moved").until(() -> later.toString().equals(duties(told).getString("items[0].dueAt")));
        assertThat(Instant.parse(duties(told).getString("items[0].reminders[0].at")))
                .isEqualTo(later.minus(Duration.ofDays(5)).minus(Duration.ofHours(15)));
        clock.moveTo(due.minus(1, ChronoUnit.DAYS));
        awaitReminders(told, "5 planned");
    }

    @Test
    void two_orders_of_one_case_are_two_duties_and_the_report_on_one_ends_its_reminders_alone() {
        UUID first = order(due);
        UUID second = order(due.plus(30, ChronoUnit.DAYS));
        awaitReminders(told, "7 planned", "1 planned");
        Told.await("both")
                .until(() -> duties(told).getList("items.about").equals(List.of(first.toString(), second.toString())));
        told.tell(
                Told.id(),
                "sanctions.rectification-reported",
                told.data("sanctions.rectification-reported").put("orderId", first.toString()));
        awaitReminders(told, "7 withdrawn", "1 withdrawn");
        assertThat(duties(told).getList("items[1].reminders.state")).containsExactly("planned", "planned");
        assertThat(duties(told).getString("next.about")).isEqualTo(second.toString());
    }

    @Test
    void a_fine_of_which_a_challenge_leaves_nothing_is_no_duty_any_more_and_one_that_it_lessens_still_is() {
        ObjectNode decided = told.data("sanctions.penalty-decided")
                .put("payUntil", due.atZone(Zones.REGULATOR).toLocalDate().toString());
        ArrayNode penalties = decided.putArray("penalties");
        penalties.addObject().put("kind", "suspension").put("onPerson", false);
        penalties.addObject().put("kind", "fine").put("onPerson", true);
        penalties.addObject().put("kind", "fine").put("onPerson", false);
        told.tell(Told.id(), "sanctions.penalty-decided", decided);
        awaitReminders(told, "7 planned", "1 planned");
        resolve(3, "less");
        resolve(1, "nothing");
        told.awaitTimeline(3);
        awaitReminders(told, "7 planned", "1 planned");
        resolve(3, "warning");
        awaitReminders(told, "7 withdrawn", "1 withdrawn");
        assertThat(duties(told).getString("items[0].metAt")).isNotNull();
        assertThat(duties(told).getString("next")).isNull();
    }

    @Test
    void a_hearing_is_reminded_of_until_it_was_held_and_so_is_what_was_undertaken() {
        String day = due.minusNanos(1).atZone(Zones.REGULATOR).toLocalDate().toString();
        told.tell(
                Told.id(),
                "sanctions.hearing-called",
                told.data("sanctions.hearing-called").put("heldOn", day));
        awaitReminders(told, "3 planned", "1 planned");
        told.tell("sanctions.hearing-held");
        awaitReminders(told, "3 withdrawn", "1 withdrawn");
        told.tell(
                Told.id(),
                "sanctions.operator-interviewed",
                told.data("sanctions.operator-interviewed").put("dueOn", day));
        Told.await("next").until(() -> "commitment".equals(duties(told).getString("next.kind")));
        assertThat(Instant.parse(duties(told).getString("next.dueAt"))).isEqualTo(due);
        told.tell("sanctions.rectification-verified");
        Told.await("met").until(() -> duties(told).getString("next") == null);
    }

    private void resolve(int penalty, String becomes) {
        ObjectNode data = told.data("sanctions.challenge-resolved");
        data.putArray("changed").addObject().put("penalty", penalty).put("becomes", becomes);
        told.tell(Told.id(), "sanctions.challenge-resolved", data);
    }

    private UUID order(Instant dueAt) {
        UUID id = Told.id();
        ObjectNode data = told.data("sanctions.rectification-ordered").put("orderId", id.toString());
        ((ObjectNode) data.path("items").get(0)).put("dueAt", dueAt.toString());
        told.tell(Told.id(), "sanctions.rectification-ordered", data);
        return id;
    }

    @Test
    void a_reminder_of_a_day_that_is_past_is_not_sent_late() {
        publish(5);
        opened(told);
        awaitReminders(told, "5 planned");
        clock.moveTo(due.plus(1, ChronoUnit.HOURS));
        awaitReminders(told, "5 overtaken");
        assertThat(TestTopics.count(Told.TOPIC, ReminderDeadline.REMINDED, told.caseId()))
                .isZero();
    }

    @Test
    void an_operator_chooses_what_it_is_not_written_to_about_but_not_of_what_the_law_demands() {
        told.registered("en");
        choose(List.of("filing-accepted")).then().statusCode(200);
        told.tell("filing.filing-accepted");
        told.tell("filing.filing-returned");
        Told.await("the other").until(() -> told.messages("template").equals(List.of("filing-returned")));
        assertThat(as(told.operator()).get("/inbox").<List<String>>path("items.template"))
                .containsExactly("filing-accepted", "filing-returned");
        assertThat(as(told.operator()).get("/preferences").<List<String>>path("unwanted"))
                .containsExactly("filing-accepted");
        problem(choose(List.of("filing-accepted", "penalty-decided", "coffee")).then(), 422, "preferences.refused")
                .body("errors.pointer", contains("/unwanted/1", "/unwanted/2"));
        problem(as(told.officer()).get("/preferences").then(), 403, "auth.forbidden");
        TokenRefusals.check("/preferences");
    }

    @Test
    void duties_are_shown_to_those_of_the_case_only() {
        opened(told);
        awaitReminders(told, "7 planned", "1 planned");
        String path = "/cases/%s/duties".formatted(told.caseId());
        as(told.operator()).get(path).then().statusCode(200);
        problem(as(Tokens.officer("case-officer", "GDCA")).get(path).then(), 404, "duty.none");
        problem(as(Tokens.operator(UUID.randomUUID())).get(path).then(), 404, "duty.none");
        problem(as(Tokens.as("p").roles("partner").sign()).get(path).then(), 403, "auth.forbidden");
        TokenRefusals.check(path);
    }

    private Response choose(List<String> unwanted) {
        return as(told.operator())
                .contentType("application/json")
                .body(Map.of("unwanted", unwanted))
                .put("/preferences");
    }

    private void publish(Integer... days) {
        ObjectNode data = (ObjectNode) Golden.sampleTree(PUBLISHED);
        data.put("campaignId", campaign.toString()).putArray("reminders");
        List.of(days).forEach(((ArrayNode) data.path("reminders"))::add);
        AggregateVersion first = new AggregateVersion("campaign", campaign, 1);
        TestTopics.send(Told.id(), "regulus.filing.events", PUBLISHED, campaign, "MIIT", first, data);
        Told.await("the plan")
                .until(() -> database.count(
                                "select count(*) from reminder_plan where campaign_id = '%s'".formatted(campaign))
                        == 1);
    }

    private void opened(Told one) {
        one.tell(
                Told.id(),
                "filing.case-opened",
                one.data("filing.case-opened")
                        .put("campaignId", campaign.toString())
                        .put("filingDueAt", due.toString()));
    }

    private static void awaitReminders(Told one, String... states) {
        Told.await(String.join(", ", states)).until(() -> {
            List<Map<String, Object>> found = duties(one).getList("items[0].reminders");
            return found != null
                    && found.size() == states.length
                    && found.stream()
                            .map(reminder -> reminder.get("days") + " " + reminder.get("state"))
                            .toList()
                            .containsAll(List.of(states));
        });
    }

    private static JsonPath duties(Told one) {
        return as(one.officer())
                .get("/cases/%s/duties".formatted(one.caseId()))
                .then()
                .extract()
                .jsonPath();
    }

    private List<MimeMessage> reminders() {
        return post.to(told.address()).stream()
                .filter(mail -> PostOffice.text(mail).contains("What is to be done"))
                .toList();
    }
}
