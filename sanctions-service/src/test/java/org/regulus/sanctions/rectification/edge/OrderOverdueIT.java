package org.regulus.sanctions.rectification.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.sanctions.edge.Api.items;
import static org.regulus.sanctions.edge.Api.officer;
import static org.regulus.sanctions.edge.Api.order;
import static org.regulus.sanctions.edge.Api.put;
import static org.regulus.sanctions.edge.Api.state;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderOverdueIT {

    private static final String OVERDUE = "regulus.sanctions.rectification-overdue.v1";
    private static final String REPORTED = "regulus.sanctions.rectification-reported.v1";
    private static final Instant LONG_AFTER = Instant.parse("2019-12-01T02:00:00Z");
    private static final String DONE = "\"statement\": \"done, if late\"";

    @Inject
    MovableClock clock;

    @BeforeEach
    void it_is_2_september_2019() {
        clock.moveTo(Instant.parse("2019-09-02T02:00:00Z"));
    }

    @AfterEach
    void and_now_again() {
        clock.reset();
    }

    @Test
    void the_clock_makes_an_order_overdue_once_and_a_late_report_can_still_be_verified() {
        Inspected inspected = Api.inspected("MIIT", 2);
        String id = order(inspected, "2019-09-16");
        clock.moveTo(LONG_AFTER);
        awaitState(id, "overdue");

        put(inspected.operator(), "/orders/" + id + "/report", 2, items(id, inspected.operator(), DONE))
                .statusCode(200)
                .body("late", equalTo(true));
        put(
                        officer("MIIT"),
                        "/orders/" + id + "/verification",
                        3,
                        items(id, officer("MIIT"), "\"passed\": true, \"remark\": \"late but sound\""))
                .statusCode(200)
                .body("state", equalTo("verified"));

        // the event of the last move is on the topic, so those before it are, too
        TestTopics.await(Api.TOPIC, "regulus.sanctions.rectification-verified.v1", inspected.caseId());
        assertThat(TestTopics.count(Api.TOPIC, OVERDUE, inspected.caseId())).isOne();
        assertThat(TestTopics.await(Api.TOPIC, OVERDUE, inspected.caseId())
                        .tree()
                        .get("overdueItemIds"))
                .hasSize(2);
    }

    @Test
    void a_report_in_time_is_never_overdue() {
        Inspected inspected = Api.inspected("MIIT", 1);
        Inspected other = Api.inspected("MIIT", 1);
        String id = order(inspected, "2019-09-16");
        String witness = order(other, "2019-09-20");
        put(inspected.operator(), "/orders/" + id + "/report", 1, items(id, inspected.operator(), DONE))
                .statusCode(200);
        clock.moveTo(LONG_AFTER);
        // the sweep goes by date: when the later one was fired, the earlier one would have been
        awaitState(witness, "overdue");
        assertThat(state("/orders/" + id, officer("MIIT"))).isEqualTo("reported");
    }

    @Test
    void who_reports_late_before_the_sweep_has_looked_finds_the_order_overdue() {
        Inspected inspected = Api.inspected("MIIT", 1);
        String id = order(inspected, "2019-09-16");
        String report = items(id, inspected.operator(), DONE);
        clock.moveTo(LONG_AFTER);
        int status = put(inspected.operator(), "/orders/" + id + "/report", 1, report)
                .extract()
                .statusCode();
        if (status == 412) {
            // the sweep was faster this time: the version moved on
            put(inspected.operator(), "/orders/" + id + "/report", 2, report).statusCode(200);
        }
        TestTopics.await(Api.TOPIC, REPORTED, inspected.caseId());
        var overdue = TestTopics.all(Api.TOPIC, OVERDUE, inspected.caseId());
        assertThat(overdue).hasSize(1);
        assertThat(overdue.get(0).attributes()).containsEntry("sequence", "2");
    }

    private static void awaitState(String id, String state) {
        Awaitility.await("order " + id + " is " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state("/orders/" + id, officer("MIIT")).equals(state));
    }
}
