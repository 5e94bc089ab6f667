package org.regulus.notification.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;

/** What becomes of an event, however it comes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class EventsIT {

    private static final String FILING = "regulus.filing.events";
    private static final String READ = "regulus.notification.notice-read.v1";
    private static final String ACKNOWLEDGED = "regulus.notification.notice-acknowledged.v1";
    private static final String DEAD = "regulus.notification.dead-letters";

    @Inject
    Database database;

    private final Told told = Told.anew("MIIT");

    @Test
    void an_event_delivered_twice_is_one_entry_one_leaf_and_one_message() {
        UUID event = Told.id();
        told.tell(event, "filing.case-opened");
        told.tell(event, "filing.case-opened");
        told.tell("filing.filing-submitted");
        told.awaitTimeline(2);
        assertThat(told.timeline(told.officer())).containsExactly("filing.case-opened", "filing.filing-submitted");
        assertThat(leaves(event)).isOne();
        assertThat(told.messageStates()).hasSize(1);
    }

    /** For longer than the producer tries; {@code -Dkafka-away=60} for a minute. */
    @Test
    void while_kafka_does_not_answer_people_go_on_and_nothing_is_lost_told_twice_or_out_of_order() throws Exception {
        told.tell("filing.filing-returned");
        String inbox = Told.await("the inbox")
                .until(() -> as(told.operator()).get("/inbox").path("items[0].id"), item -> item != null);
        Infrastructure.withoutKafka(
                Duration.ofSeconds(Integer.getInteger("kafka-away", 12)),
                () -> Stream.of("reading", "acknowledgement").forEach(act -> as(told.operator())
                        .put("/inbox/%s/%s".formatted(inbox, act))
                        .then()
                        .statusCode(204)));
        String entered =
                """
                select cast(canonical as json) ->> 'type' from ledger_entry
                where type in ('%s', '%s') and canonical like '%%%s%%' order by position"""
                        .formatted(READ, ACKNOWLEDGED, told.caseId());
        Told.await("both in the ledger")
                .until(() -> database.text(entered).lines().count() == 2);
        assertThat(database.text(entered)).isEqualTo(READ + "\n" + ACKNOWLEDGED);
        for (String type : List.of(READ, ACKNOWLEDGED)) {
            assertThat(TestTopics.all(Told.TOPIC, type, told.caseId()))
                    .extracting(TestTopics.Received::id)
                    .isNotEmpty()
                    .containsOnly(
                            TestTopics.await(Told.TOPIC, type, told.caseId()).id());
        }
        told.tell("filing.filing-accepted");
        told.awaitTimeline(2);
    }

    @Test
    void events_that_come_before_the_one_that_opened_the_case_are_kept_and_told_in_order() {
        UUID opened = Told.id();
        UUID returned = Told.id();
        UUID inspected = Told.id();
        told.tell(inspected, "inspection.inspection-noticed");
        told.awaitTimeline(1);
        told.tell(returned, "filing.filing-returned");
        told.tell(opened, "filing.case-opened");
        told.awaitTimeline(3);
        assertThat(told.timeline(told.officer()))
                .containsExactly("filing.case-opened", "filing.filing-returned", "inspection.inspection-noticed");
        assertThat(told.messages("template"))
                .containsExactlyInAnyOrder("case-opened", "filing-returned", "inspection-noticed");
    }

    @Test
    void an_unknown_type_is_in_the_ledger_and_before_the_officers_only() {
        UUID event = Told.id();
        told.tell(event, "filing.case-invented", told.data("filing.case-closed"));
        told.awaitTimeline(1);
        assertThat(leaves(event)).isOne();
        assertThat(told.timeline(told.operator())).isEmpty();
    }

    @Test
    void an_event_of_no_case_is_in_the_ledger_only() {
        UUID event = Told.id();
        told.tell(event, "inspection.draw-committed", "{\"drawId\": \"%s\", \"authority\": \"MIIT\"}".formatted(event));
        Told.await("leaf").until(() -> leaves(event) == 1);
        assertThat(database.count("select count(*) from timeline_entry where id = '%s'".formatted(event)))
                .isZero();
    }

    @Test
    void poison_goes_to_the_dead_letters_and_the_next_one_is_handled() {
        byte[] rubbish = ("rubbish " + told.caseId()).getBytes(StandardCharsets.UTF_8);
        TestTopics.send(new ProducerRecord<>(FILING, told.caseId().toString(), rubbish));
        List<UUID> impossible = Stream.of("not json", "[1, 2]", "null", "{\"caseId\": \"42\"}", "{\"caseId\": 42}")
                .map(data -> told.tell(Told.id(), "filing.case-opened", data))
                .toList();
        UUID sound = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        assertThat(leaves(sound)).isOne();
        assertThat(impossible).allSatisfy(event -> assertThat(leaves(event)).isZero());
        List<ConsumerRecord<String, byte[]>> letters = TestTopics.records(DEAD).stream()
                .filter(letter -> told.caseId().toString().equals(letter.key()))
                .toList();
        assertThat(letters).hasSize(1 + impossible.size());
        assertThat(letters).extracting(ConsumerRecord::value).contains(rubbish);
    }

    @Test
    void readers_of_all_topics_at_once_make_one_chain() {
        List<Told> cases =
                IntStream.range(0, 8).mapToObj(n -> Told.anew("MIIT")).toList();
        List<UUID> events = cases.stream()
                .flatMap(one -> Stream.of(
                        one.tell("filing.filing-submitted"),
                        one.tell("inspection.interview-held"),
                        one.tell("sanctions.penalty-proposed"),
                        one.tell(Told.id(), "notification.notice-served")))
                .toList();
        events.forEach(event -> Told.await("leaf").until(() -> leaves(event) == 1));
        as(Tokens.officer("auditor", "MIIT"))
                .get("/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", org.hamcrest.Matchers.equalTo(true));
        assertThat(database.count("select max(position) - count(*) from ledger_entry"))
                .isZero();
    }

    private long leaves(UUID event) {
        return database.count("select count(*) from ledger_entry where event_id = '%s'".formatted(event));
    }
}
