package org.regulus.notification.invitation.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** From the events of an interview to the calendars of all who are to be there, over a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class InvitationIT {

    @Inject
    Database database;

    private final PostOffice post = new PostOffice();
    private final Told told = Told.anew("MIIT");
    private final UUID interview = Told.id();
    private final UUID inspection = Told.id();
    private final UUID one = Told.id();
    private final UUID other = Told.id();

    @BeforeEach
    void open() {
        post.start();
        told.registered("zh");
        register(one);
        register(other);
        tell(
                "inspection.inspectors-assigned",
                3,
                data("inspection.inspectors-assigned").set("inspectorIds", array(one, other)));
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void everybody_is_invited_told_of_the_move_and_of_the_end_each_once() {
        UUID scheduled = tell("inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        tell(scheduled, "inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        tell("inspection.interview-rescheduled", 2, data("inspection.interview-rescheduled"));
        tell("inspection.interview-cancelled", 4, data("inspection.interview-cancelled"));
        for (String address : List.of(told.address(), address(one), address(other))) {
            await(address, 3);
            assertThat(said(address, "METHOD")).containsExactlyInAnyOrder("REQUEST", "REQUEST", "CANCEL");
            assertThat(said(address, "SEQUENCE")).containsExactlyInAnyOrder("0", "1", "3");
            assertThat(said(address, "UID")).containsOnly(interview + "@regulus");
            assertThat(said(address, "DTSTART;TZID=Asia/Shanghai"))
                    .containsExactlyInAnyOrder("20190805T090000", "20190806T090000", "20190805T090000");
            assertThat(calendar(address))
                    .allMatch(text ->
                            text.contains(":mailto:" + address) && text.contains("CN=\"MIIT\":mailto:regulus@"));
        }
        Told.await("all served").until(() -> told.messageStates().stream().allMatch("served"::equals));
        assertThat(told.messageStates()).hasSize(9);
        assertThat(post.to(told.address())).hasSize(3);
    }

    @Test
    void the_type_of_the_part_tells_the_method() throws Exception {
        tell("inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        await(address(one), 1);
        assertThat(post.to(address(one)).get(0).getSubject()).isEqualTo("An on-site interview was scheduled");
        assertThat(PostOffice.raw(post.to(address(one)).get(0)))
                .contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST");
        assertThat(PostOffice.text(post.to(address(one)).get(0))).startsWith("To colleague\n");
    }

    @Test
    void who_takes_the_place_of_an_inspector_is_invited_and_who_left_is_told() {
        UUID third = Told.id();
        register(third);
        tell("inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        await(address(one), 1);
        tell(
                "inspection.inspector-replaced",
                4,
                data("inspection.inspector-replaced")
                        .put("removedInspectorId", one.toString())
                        .put("substituteInspectorId", third.toString()));
        await(address(one), 2);
        await(address(third), 1);
        assertThat(said(address(one), "METHOD")).containsExactlyInAnyOrder("REQUEST", "CANCEL");
        assertThat(said(address(third), "METHOD")).containsExactly("REQUEST");
        tell("inspection.interview-held", 2, data("inspection.interview-held"));
        tell(
                "inspection.inspector-replaced",
                5,
                data("inspection.inspector-replaced")
                        .put("removedInspectorId", third.toString())
                        .put("substituteInspectorId", one.toString()));
        told.awaitTimeline(5);
        assertThat(told.messageStates()).hasSize(5);
    }

    @Test
    void who_is_registered_without_an_address_is_not_written_to() {
        UUID silent = Told.id();
        register(silent, null);
        Told.await("the register")
                .until(() -> database.count(
                                "select count(*) from staff_contact where recipient = 'inspector/%s'".formatted(silent))
                        == 1);
        tell(
                "inspection.inspectors-assigned",
                4,
                data("inspection.inspectors-assigned").set("inspectorIds", array(silent)));
        tell("inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        await(told.address(), 1);
        assertThat(told.messages("recipient")).containsExactly("operator");
    }

    @Test
    void an_inspector_who_is_not_registered_yet_is_waited_for_and_an_operator_sees_only_its_own_mail() {
        UUID late = Told.id();
        tell(
                "inspection.inspectors-assigned",
                4,
                data("inspection.inspectors-assigned").set("inspectorIds", array(late)));
        tell("inspection.interview-scheduled", 1, data("inspection.interview-scheduled"));
        await(told.address(), 1);
        assertThat(told.messages("recipient")).containsExactlyInAnyOrder("operator", "inspector/" + late);
        assertThat(Told.as(told.operator())
                        .queryParam("case", told.caseId())
                        .get("/messages")
                        .jsonPath()
                        .getList("items.recipient"))
                .isEqualTo(List.of("operator"));
        register(late);
        await(address(late), 1);
    }

    private ObjectNode data(String name) {
        return told.data(name).put("interviewId", interview.toString()).put("inspectionId", inspection.toString());
    }

    private UUID tell(String name, long sequence, Object data) {
        UUID event = Told.id();
        tell(event, name, sequence, data);
        return event;
    }

    private void tell(UUID event, String name, long sequence, Object data) {
        TestTopics.send(
                event,
                "regulus.inspection.events",
                Told.type(name),
                told.caseId(),
                told.authority(),
                new AggregateVersion(name.replaceAll(".*\\.|-.*", ""), interview, sequence),
                data);
    }

    private static ArrayNode array(UUID... ids) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        Stream.of(ids).map(UUID::toString).forEach(array::add);
        return array;
    }

    private static String address(UUID inspector) {
        return inspector + "@regulator.example";
    }

    private void register(UUID inspector) {
        register(inspector, address(inspector));
    }

    private void register(UUID inspector, String email) {
        String type = "regulus.inspection.inspector-registered.v1";
        TestTopics.send(
                "regulus.inspection.directory",
                type,
                inspector,
                told.authority(),
                new AggregateVersion("inspector", inspector, 1),
                ((ObjectNode) Golden.sampleTree(type))
                        .put("inspectorId", inspector.toString())
                        .put("authority", told.authority())
                        .put("email", email)
                        .put("language", "en"));
    }

    private void await(String address, int mails) {
        Told.await(mails + " to " + address).until(() -> post.to(address).size() == mails);
    }

    private List<String> calendar(String address) {
        return post.to(address).stream()
                .map(mail -> PostOffice.part(mail, "text/calendar").replace("\r\n ", ""))
                .toList();
    }

    /** What the property says in each mail to that address. */
    private List<String> said(String address, String property) {
        Pattern line = Pattern.compile("(?m)^" + Pattern.quote(property) + ":(.*)$");
        return calendar(address).stream()
                .flatMap(text -> line.matcher(text).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
