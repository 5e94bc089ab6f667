package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** From the event to the operator's mailbox, over a real SMTP server that is not always there. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class MailIT {

    @Inject
    Outgoing outgoing;

    @Inject
    Scheduler scheduler;

    @Inject
    Database database;

    @Inject
    MovableClock clock;

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew("MIIT");

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        scheduler.resume();
        clock.reset();
        post.close();
    }

    @Test
    void an_operator_is_written_to_in_chinese_with_the_dates_of_beijing() throws Exception {
        UUID event = told.registered("zh").tell("filing.case-opened");
        MimeMessage mail = awaitMail();
        assertThat(mail.getSubject()).isEqualTo("已立案，请按期提交自查报告");
        assertThat(mail.getFrom()[0]).hasToString("regulus@regulator.example");
        assertThat(PostOffice.text(mail))
                .contains("演示云 0042：\n")
                .contains("\n提交截止日期：2019年7月15日\n")
                .contains("\n案件编号：MIIT-2019-NS-000042\n");
        var served = TestTopics.await(Told.TOPIC, Told.SERVED, told.caseId());
        assertThat(served.tree().path("aboutEventId").asText()).isEqualTo(event.toString());
        assertThat(served.tree().path("template").asText()).isEqualTo("case-opened");
        assertThat(Golden.schema(Told.SERVED).validate(served.tree())).isEmpty();
        assertThat(mail.getMessageID())
                .isEqualTo("<%s@regulus.regulator.example>"
                        .formatted(served.tree().path("messageId").asText()));
        assertThat(told.messageStates()).containsExactly("served");
    }

    /** The business clock of a demonstration is years away; a mail of then would be taken for spam. */
    @Test
    void a_mail_bears_the_date_of_the_real_clock() throws Exception {
        clock.moveTo(Instant.parse("2019-07-16T02:00:00Z"));
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        told.registered("zh").tell("filing.case-opened");
        assertThat(awaitMail().getSentDate().toInstant()).isBetween(before, Instant.now());
    }

    @Test
    void another_operator_is_written_to_in_english() throws Exception {
        told.registered("en").tell("inspection.interview-scheduled");
        MimeMessage mail = awaitMail();
        assertThat(mail.getSubject()).isEqualTo("An on-site interview was scheduled");
        assertThat(PostOffice.text(mail))
                .contains("\nBegins: 5 August 2019, 09:00\nEnds: 5 August 2019, 11:00\n")
                .contains("\nCase: " + told.caseId());
    }

    @Test
    void an_event_delivered_twice_leads_to_one_mail() {
        UUID event = Told.id();
        told.registered("zh").tell(event, "filing.filing-returned");
        told.tell(event, "filing.filing-returned");
        told.tell("filing.filing-accepted");
        Told.await("both notices").until(() -> post.to(told.address()).size() >= 2);
        Told.await("both served").until(() -> told.messageStates().equals(List.of("served", "served")));
        assertThat(post.to(told.address())).hasSize(2);
    }

    @Test
    void a_mail_server_that_is_away_loses_nothing_and_doubles_nothing() {
        post.close();
        told.registered("zh");
        List.of("filing.case-opened", "filing.filing-returned", "filing.filing-accepted")
                .forEach(told::tell);
        Told.await("attempts")
                .until(() -> told.messages("attempts").toString().matches("\\[[1-9]\\d*, [1-9]\\d*, [1-9]\\d*]"));
        post.start();
        Told.await("three served").until(() -> told.messageStates().equals(List.of("served", "served", "served")));
        assertThat(post.to(told.address())).hasSize(3);
    }

    @Test
    void a_notice_waits_until_the_directory_tells_the_address() {
        told.tell("filing.case-opened");
        Told.await("waiting").until(() -> told.messageStates().equals(List.of("waiting")));
        told.registered("zh");
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
        assertThat(post.to(told.address())).hasSize(1);
    }

    @Test
    void a_notice_for_which_no_address_is_told_in_time_has_failed() throws SQLException {
        told.tell("filing.case-opened");
        Told.await("waiting").until(() -> told.messageStates().equals(List.of("waiting")));
        assertThat(database.count("select extract(epoch from due_at - clock_timestamp()) * 1000 " + ofCase()))
                .as("as long as regulus.messages.contact says")
                .isBetween(1L, 6_000L);
        database.execute("update message set due_at = clock_timestamp() where case_id = '%s'".formatted(told.caseId()));
        var failed = TestTopics.await(Told.TOPIC, Told.FAILED, told.caseId());
        assertThat(failed.tree().path("attempts").asInt(-1)).isZero();
        assertThat(Golden.schema(Told.FAILED).validate(failed.tree())).isEmpty();
        assertThat(told.messageStates()).containsExactly("failed");
    }

    @Test
    void an_address_that_cannot_be_written_to_fails_alone() {
        Told unreachable = Told.anew("MIIT");
        unreachable.register("not an address", "zh", 1);
        unreachable.tell("filing.case-opened");
        told.registered("zh").tell("filing.case-opened");
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
        Told.await("failed").until(() -> unreachable.messageStates().equals(List.of("failed")));
        assertThat(unreachable.messages("attempts").toString()).isEqualTo("[1]");
        var event = TestTopics.await(Told.TOPIC, Told.FAILED, unreachable.caseId());
        assertThat(event.tree().path("reason").asText()).isEqualTo("address-unusable");
        assertThat(Golden.schema(Told.FAILED).validate(event.tree())).isEmpty();
        assertThat(unreachable.messages("failure").toString()).isEqualTo("[address-unusable]");
    }

    @Test
    void an_older_directory_entry_that_comes_later_changes_nothing() {
        told.register(told.address(), "zh", 2);
        told.register("old-" + told.address(), "zh", 1);
        told.tell("filing.case-opened");
        told.tell("filing.filing-accepted");
        Told.await("served").until(() -> told.messageStates().equals(List.of("served", "served")));
        assertThat(post.to("old-" + told.address())).isEmpty();
    }

    @Test
    void two_senders_never_claim_the_same_message() {
        scheduler.pause();
        told.registered("zh");
        List.of("filing.case-opened", "filing.filing-returned", "filing.filing-accepted", "filing.case-closed")
                .forEach(told::tell);
        Set<UUID> claimed = new HashSet<>();
        Told.await("each is claimed").until(() -> {
            var one = CompletableFuture.supplyAsync(this::claim);
            var other = CompletableFuture.supplyAsync(this::claim);
            assertThat(one.join()).allMatch(claimed::add, "claimed once");
            assertThat(other.join()).allMatch(claimed::add, "claimed once");
            return told.messageStates().equals(List.of("sending", "sending", "sending", "sending"));
        });
        assertThat(told.messages("attempts").toString()).isEqualTo("[1, 1, 1, 1]");
    }

    @Test
    void what_a_lost_sender_had_claimed_goes_out_after_the_lease() throws SQLException {
        scheduler.pause();
        told.registered("zh").tell("filing.case-opened");
        Told.await("claimed by one that is never heard of again").until(() -> {
            claim();
            return told.messageStates().equals(List.of("sending"));
        });
        assertThat(database.count("select extract(epoch from due_at - clock_timestamp()) * 1000 " + ofCase()))
                .as("as long as regulus.messages.lease says")
                .isBetween(1L, 5_000L);
        claim();
        assertThat(told.messages("attempts").toString())
                .as("not before it ends")
                .isEqualTo("[1]");
        database.execute("update message set due_at = clock_timestamp() where case_id = '%s'".formatted(told.caseId()));
        scheduler.resume();
        Told.await("served").until(() -> told.messageStates().equals(List.of("served")));
        assertThat(told.messages("attempts").toString()).isEqualTo("[2]");
        assertThat(post.to(told.address())).hasSize(1);
    }

    private String ofCase() {
        return "from message where case_id = '%s'".formatted(told.caseId());
    }

    private List<UUID> claim() {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> outgoing.claim(Set.of("mail")));
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MimeMessage awaitMail() {
        return Told.await("mail to " + told.address())
                .until(() -> post.to(told.address()), found -> !found.isEmpty())
                .get(0);
    }
}
