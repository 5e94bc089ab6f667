package org.regulus.sanctions.rectification.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.edge.Api.as;
import static org.regulus.sanctions.edge.Api.officer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.time.MovableClock;
import org.regulus.sanctions.edge.Api;
import org.regulus.sanctions.edge.Api.Inspected;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrderNumberIT {

    private static final int ORDERS = 24;
    private static final int WRITERS = 8;
    private static final String RACERS = "BJCA";

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

    /** Each sound order races with one that is refused after its number was drawn, so that a lost number would show. */
    @Test
    void numbers_have_no_gap_and_no_double_although_many_write_and_some_fail() throws Exception {
        List<Inspected> inspected = IntStream.range(0, 2 * ORDERS)
                .mapToObj(n -> Api.unannounced(RACERS, 1))
                .toList();
        inspected.forEach(one -> one.announce(UUID.randomUUID(), 4));
        inspected.forEach(Api::awaitKnown);

        List<Callable<String>> requests = new ArrayList<>();
        for (int n = 0; n < ORDERS; n++) {
            Inspected refused = inspected.get(2 * n);
            Inspected sound = inspected.get(2 * n + 1);
            requests.add(() -> number(refused, "2019-08-01", 422));
            requests.add(() -> number(sound, "2019-09-30", 201));
        }
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<String> numbers = new ArrayList<>();
        for (Future<String> answer : writers.invokeAll(requests)) {
            if (answer.get() != null) {
                numbers.add(answer.get());
            }
        }
        writers.shutdown();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ORDERS)
                        .mapToObj("BJCA-2019-R-%06d"::formatted)
                        .toList());
    }

    @Test
    void each_authority_and_each_year_begins_at_one() {
        assertThat(number(Api.inspected("TJCA", 1), "2019-09-30", 201)).isEqualTo("TJCA-2019-R-000001");
        // 1 January 2020 in the regulator's zone
        clock.moveTo(Instant.parse("2019-12-31T16:00:00Z"));
        assertThat(number(Api.inspected("TJCA", 1), "2020-09-30", 201)).isEqualTo("TJCA-2020-R-000001");
        assertThat(number(Api.inspected("TJCA", 1), "2020-09-30", 201)).isEqualTo("TJCA-2020-R-000002");
    }

    private static String number(Inspected inspected, String dueOn, int status) {
        return as(officer(inspected.authority()))
                .body(inspected.order(dueOn))
                .post("/orders")
                .then()
                .statusCode(status)
                .extract()
                .path("orderNumber");
    }
}
