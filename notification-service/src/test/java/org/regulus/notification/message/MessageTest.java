package org.regulus.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.message.MessageEvent.NoticeFailed;
import org.regulus.notification.message.MessageEvent.NoticeServed;
import org.regulus.notification.message.MessageState.Bounced;
import org.regulus.notification.message.MessageState.Failed;
import org.regulus.notification.message.MessageState.Failure;
import org.regulus.notification.message.MessageState.Planned;
import org.regulus.notification.message.MessageState.Sending;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Unknown;
import org.regulus.notification.message.MessageState.Waiting;

class MessageTest {

    private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
    private static final Instant NOON = Instant.parse("2019-06-03T04:00:00Z");
    private static final Patience THREE_TIMES = new Patience(
            3, Duration.ofSeconds(10), Duration.ofSeconds(35), Duration.ofMinutes(2), Duration.ofDays(7), true);
    private static final Patience ONCE = new Patience(
            3, Duration.ofSeconds(10), Duration.ofSeconds(35), Duration.ofMinutes(2), Duration.ofDays(7), false);
    private static final int LAST = 3;

    private static final Map<String, MessageState> STATES = Map.of(
            "Waiting", new Waiting(NOW),
            "Planned", new Planned(1, NOW),
            "Sending", new Sending(LAST, NOW),
            "Served", new Served(1, NOON),
            "Bounced", new Bounced(1, NOON),
            "Failed", new Failed(LAST, Failure.REFUSED, NOON),
            "Unknown", new Unknown(1, NOON));

    @ParameterizedTest(
            name =
                    "{0}: address known {1}, no address {2}, claim {3}, accepted {4}, refused {5}, too often {6}, no address at all {7}, nobody knows {8}, held {9}, came back {10}, taken after all {11}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from  | address | none   | claim   | accept | refuse  | too often | unusable | lose    | hold    | came back | late
            Waiting | Planned | Failed | -       | -      | -       | -         | -        | -       | -       | -         | -
            Planned | -       | -      | Sending | -      | -       | -         | -        | -       | -       | -         | Served
            Sending | -       | -      | -       | Served | Planned | Failed    | Failed   | Planned | Unknown | -         | -
            Served  | -       | -      | -       | -      | -       | -         | -        | -       | -       | Bounced   | -
            Unknown | -       | -      | -       | -      | -       | -         | -        | -       | -       | Bounced   | -
            Bounced | -       | -      | -       | -      | -       | -         | -        | -       | -       | -         | -
            Failed  | -       | -      | -       | -      | -       | -         | -        | -       | -       | -         | -
            """)
    void every_move_from_every_state(
            String from,
            String address,
            String none,
            String claim,
            String accept,
            String refuse,
            String tooOften,
            String unusable,
            String lose,
            String hold,
            String cameBack,
            String late) {
        Message message = in(STATES.get(from));
        Message early = in(from.equals("Sending") ? new Sending(1, NOW) : STATES.get(from));
        outcome(address, () -> message.addressKnown(NOW));
        outcome(none, () -> message.giveUp(NOON));
        outcome(claim, () -> message.claim(NOW, THREE_TIMES));
        outcome(accept, () -> message.accept(LAST, NOON));
        outcome(refuse, () -> early.refuse(1, NOW, NOON, THREE_TIMES));
        outcome(tooOften, () -> message.refuse(LAST, NOW, NOON, THREE_TIMES));
        outcome(unusable, () -> early.cannotBeAddressed(1, NOON));
        outcome(lose, () -> early.settle(1, Outcome.UNKNOWN, NOW, NOON, THREE_TIMES));
        outcome(hold, () -> early.settle(1, Outcome.UNKNOWN, NOW, NOON, ONCE));
        outcome(cameBack, () -> message.bounce("5.1.1", NOON));
        outcome(late, () -> message.acceptLate(NOON));
    }

    private static void outcome(String expected, Supplier<Change> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("message.move-not-allowed"));
            return;
        }
        Change change = move.get();
        assertThat(change.message().state().getClass().getSimpleName()).isEqualTo(expected);
        assertThat(change.event().isPresent())
                .isEqualTo(Set.of("Served", "Failed", "Unknown", "Bounced").contains(expected));
    }

    @Test
    void the_matrix_has_a_row_for_every_state() {
        assertThat(STATES.keySet())
                .isEqualTo(Arrays.stream(MessageState.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void only_the_sender_that_holds_it_ends_it() {
        Message retaken = in(new Sending(2, NOW));
        assertThatThrownBy(() -> retaken.accept(1, NOON)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> retaken.refuse(1, NOW, NOON, THREE_TIMES)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_was_never_tried_was_not_taken_after_all() {
        assertThatThrownBy(() -> in(new Planned(0, NOW)).acceptLate(NOON)).isInstanceOf(Refusal.class);
        assertThat(in(new Sending(2, NOW)).isLate(1)).isTrue();
        assertThat(in(new Sending(2, NOW)).isLate(2)).isFalse();
    }

    @Test
    void a_claim_counts_the_attempt_and_lasts_for_the_lease() {
        assertThat(in(new Planned(1, NOW)).claim(NOW, THREE_TIMES).message().state())
                .isEqualTo(new Sending(2, NOW.plusSeconds(120)));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 35", "4, 35", "100, 35"})
    void pauses_double_up_to_the_longest(int attempt, int seconds) {
        assertThat(THREE_TIMES.pauseAfter(attempt)).hasSeconds(seconds);
    }

    @Test
    void its_end_is_announced_with_the_attempts_it_took() {
        Change served = in(new Sending(2, NOW)).accept(2, NOON);
        assertThat(served.event()).contains(new NoticeServed(served.message(), NOON));
        Change failed = in(new Waiting(NOW)).giveUp(NOON);
        assertThat(failed.event()).contains(new NoticeFailed(failed.message(), 0, NOON));
    }

    @Test
    void the_end_of_a_mail_to_the_authoritys_own_people_is_not_announced() {
        UUID id = new UUID(0, 1);
        Message.About about = new Message.About(id, id, "MIIT", id, "inspector/7");
        Message sending = new Message(id, about, Notice.MAIL, "interview-scheduled", new Sending(LAST, NOW));
        assertThat(sending.accept(LAST, NOON).event()).isEmpty();
        assertThat(sending.refuse(LAST, NOW, NOON, THREE_TIMES).event()).isEmpty();
        Message served = sending.accept(LAST, NOON).message();
        assertThat(served.bounce("5.1.1", NOON).event()).isEmpty();
    }

    @Test
    void a_gateway_is_asked_again_whatever_the_policy_and_a_mail_no_more_often_than_allowed() {
        UUID id = new UUID(0, 1);
        Message.About about = new Message.About(id, id, "MIIT", id, Notice.OPERATOR);
        Message sms = new Message(id, about, Notice.SMS, "duty-reminded", new Sending(1, NOW));
        assertThat(sms.lose(1, NOW, NOON, ONCE).message().state()).isInstanceOf(Planned.class);
        assertThat(in(new Sending(LAST, NOW))
                        .lose(LAST, NOW, NOON, THREE_TIMES)
                        .message()
                        .state())
                .isEqualTo(new Unknown(LAST, NOON));
    }

    private static Message in(MessageState state) {
        UUID id = new UUID(0, 1);
        return new Message(
                id, new Message.About(id, id, "MIIT", id, Notice.OPERATOR), Notice.MAIL, "case-opened", state);
    }
}
