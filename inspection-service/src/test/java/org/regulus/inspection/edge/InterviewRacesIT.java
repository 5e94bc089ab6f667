package org.regulus.inspection.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.inspection.InJuly;

/** Of many who want the same inspectors, or the same interview, one is first. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class InterviewRacesIT extends InJuly {

    @Test
    void of_many_who_want_the_same_inspectors_at_the_same_time_one_gets_them() {
        List<String> ids = stage.drawn(5, 2);
        assertThat(ids).hasSize(5);

        List<CompletableFuture<Response>> race = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> stage.fix(
                        "/inspections/" + id,
                        stage.etag("/inspections/" + id),
                        "2019-08-01T01:00:00Z",
                        "2019-08-01T03:00:00Z")))
                .toList();
        List<Response> answers = race.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("interview.inspector-busy"));
    }

    @Test
    void of_many_who_fix_the_first_interview_of_an_inspection_at_the_same_time_one_does() {
        String path = "/inspections/" + stage.drawnInspection();
        String seen = stage.etag(path);
        List<Integer> answers = Stream.of("01:00", "01:15", "01:30", "01:45", "02:00", "02:15")
                .map(hour -> CompletableFuture.supplyAsync(
                        () -> stage.fix(path, seen, "2019-08-01T%s:00Z".formatted(hour), "2019-08-01T03:00:00Z")))
                .toList()
                .stream()
                .map(one -> one.join().statusCode())
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    }
}
