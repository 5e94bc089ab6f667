package org.regulus.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Undeliverable;

class DocumentServiceTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 12);
    private static final Map<String, ServiceState> STATES = Map.of(
            "Served", new Served("post", DAY),
            "Refused", new Refused(DAY),
            "Undeliverable", new Undeliverable(DAY),
            "Published", new Published(DAY, DAY.plusDays(30)));

    @ParameterizedTest(name = "{0}: leave {1}, publish {2}, expire {3}")
    @CsvSource({
        "Served, -, -, -",
        "Refused, Served, -, -",
        "Undeliverable, -, Published, -",
        "Published, -, -, Served",
    })
    void every_move_from_every_state(String from, String leave, String publish, String expire) {
        DocumentService service = in(STATES.get(from));
        outcome(leave, () -> service.leave(DAY));
        outcome(publish, () -> service.publish(DAY));
        outcome(expire, service::expire);
    }

    private static void outcome(String expected, Supplier<DocumentService> move) {
        if (expected.equals("-")) {
            refused(move);
        } else {
            assertThat(move.get().state().getClass().getSimpleName()).isEqualTo(expected);
            assertThat(move.get().version()).isEqualTo(2);
        }
    }

    private static void refused(Supplier<DocumentService> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo("service.move-not-allowed"));
    }

    @Test
    void the_matrix_has_a_row_for_every_state() {
        assertThat(STATES.keySet())
                .isEqualTo(Arrays.stream(ServiceState.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "published on {0}: served on {1}")
    @CsvSource({
        "2019-10-12, 2019-12-11",
        "2021-12-31, 2022-03-01",
        "2022-01-01, 2022-01-31",
        "2026-10-12, 2026-11-11",
    })
    void a_public_notice_lasts_60_days_before_2022_and_30_since(LocalDate publishedOn, LocalDate servedOn) {
        DocumentService published = in(new Undeliverable(publishedOn)).publish(publishedOn);
        assertThat(published.state()).isEqualTo(new Published(publishedOn, servedOn));
        assertThat(published.expire().state()).isEqualTo(new Served("public-notice", servedOn));
    }

    @Test
    void nothing_is_done_before_the_try_that_it_follows() {
        refused(() -> in(new Refused(DAY)).leave(DAY.minusDays(1)));
        refused(() -> in(new Undeliverable(DAY)).publish(DAY.minusDays(1)));
    }

    private static DocumentService in(ServiceState state) {
        UUID id = new UUID(0, 1);
        return DocumentService.begun(id, new DocumentService.Of(id, id, "MIIT", "penalty-notice", id), state);
    }
}
