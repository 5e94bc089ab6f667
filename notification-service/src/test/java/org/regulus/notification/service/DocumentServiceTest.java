package org.regulus.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.service.DocumentService.Proof;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Requested;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Tried;
import org.regulus.notification.service.ServiceState.Undeliverable;

class DocumentServiceTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 12);
    private static final Optional<String> POST = Optional.of("post");
    private static final Served BY_POST = new Served("post", DAY);
    private static final UUID ID = new UUID(0, 1);
    private static final DocumentService.Of OF = new DocumentService.Of(ID, ID, "MIIT", "penalty-notice", ID);
    private static final Map<String, ServiceState> STATES = Map.of(
            "Requested", new Requested(DAY),
            "Served", BY_POST,
            "Refused", new Refused(POST, DAY),
            "Undeliverable", new Undeliverable(POST, DAY),
            "Published", new Published(DAY, DAY.plusDays(30)));

    @ParameterizedTest(name = "{0}: try {1}, leave {2}, publish {3}, expire {4}")
    @CsvSource({
        "Requested, Served, -, -, -",
        "Served, -, -, -, -",
        "Refused, Served, Served, -, -",
        "Undeliverable, Served, -, Published, -",
        "Published, -, -, -, Served",
    })
    void every_move_from_every_state(String from, String attempt, String leave, String publish, String expire) {
        DocumentService service = in(STATES.get(from));
        outcome(attempt, service, () -> service.attempt(BY_POST, proof("a")));
        outcome(leave, service, () -> service.leave(DAY, proof("a")));
        outcome(publish, service, () -> service.publish(DAY, proof("a")));
        outcome(expire, service, service::expire);
    }

    private static void outcome(String expected, DocumentService before, Supplier<DocumentService> move) {
        if (expected.equals("-")) {
            refused("service.move-not-allowed", move);
        } else {
            assertThat(move.get().state().getClass().getSimpleName()).isEqualTo(expected);
            assertThat(move.get().version()).isEqualTo(before.version() + 1);
        }
    }

    private static void refused(String code, Supplier<DocumentService> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    @Test
    void the_matrix_has_a_row_for_every_state() {
        assertThat(STATES.keySet())
                .isEqualTo(Stream.of(ServiceState.class, ServiceState.Open.class, Tried.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                        .filter(type -> !type.isInterface())
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
        DocumentService published = in(new Undeliverable(POST, publishedOn)).publish(publishedOn, proof("a"));
        assertThat(published.state()).isEqualTo(new Published(publishedOn, servedOn));
        assertThat(published.expire().state()).isEqualTo(new Served("public-notice", servedOn));
    }

    @Test
    void nothing_is_done_before_the_try_that_it_follows() {
        LocalDate before = DAY.minusDays(1);
        String code = "service.move-not-allowed";
        refused(code, () -> in(new Refused(POST, DAY)).leave(before, proof("a")));
        refused(code, () -> in(new Undeliverable(POST, DAY)).publish(before, proof("a")));
        refused(code, () -> in(new Requested(DAY)).attempt(new Served("post", before), proof("a")));
    }

    @Test
    void every_try_keeps_its_evidence_until_the_public_notice_is_over() {
        DocumentService served = asked(List.of("post", "in-person"), Optional.empty())
                .attempt(new Undeliverable(POST, DAY), proof("returned letter"))
                .attempt(new Undeliverable(Optional.of("in-person"), DAY.plusDays(3)), proof("photograph"))
                .publish(DAY.plusDays(5), proof("gazette"))
                .expire();
        assertThat(served.steps())
                .extracting(Step::evidence)
                .containsExactly(
                        Optional.of("returned letter"),
                        Optional.of("photograph"),
                        Optional.of("gazette"),
                        Optional.empty());
        assertThat(served.version()).isEqualTo(4);
    }

    @Test
    void it_is_served_by_a_way_that_was_asked_for() {
        refused("service.method-not-asked", () -> asked(List.of("post"), Optional.empty())
                .attempt(new Served("in-person", DAY), proof("a")));
    }

    @Test
    void electronically_only_with_the_addressees_consent() {
        Served electronic = new Served("electronic", DAY);
        for (List<String> ways : List.of(List.of("electronic"), List.<String>of())) {
            refused("service.consent-missing", () -> asked(ways, Optional.empty())
                    .attempt(electronic, proof("a")));
        }
        assertThat(asked(List.of("electronic"), Optional.of("consent"))
                        .attempt(electronic, proof("a"))
                        .state())
                .isEqualTo(electronic);
    }

    private static DocumentService in(ServiceState state) {
        return state instanceof Requested
                ? asked(List.of(), Optional.empty())
                : new DocumentService(
                        ID,
                        OF,
                        Terms.ofOwnAccord(DAY, Optional.empty()),
                        1,
                        List.of(new Step(state, Optional.empty(), "anna")));
    }

    private static DocumentService asked(List<String> methods, Optional<String> consent) {
        return DocumentService.requested(ID, OF, new Terms(Optional.of("MIIT-2019-D-000007"), methods, consent, DAY));
    }

    private static Proof proof(String evidence) {
        return new Proof(evidence, "anna");
    }
}
