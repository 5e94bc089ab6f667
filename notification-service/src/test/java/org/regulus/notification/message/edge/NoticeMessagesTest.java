package org.regulus.notification.message.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.notification.evidence.Digests;
import org.regulus.notification.evidence.Evidence.Seal;
import org.regulus.notification.message.Message;
import org.regulus.notification.message.MessageEvent;
import org.regulus.notification.message.MessageState;
import org.regulus.notification.message.MessageState.Bounced;
import org.regulus.notification.message.MessageState.Failed;
import org.regulus.notification.message.MessageState.Failure;
import org.regulus.notification.message.MessageState.Served;
import org.regulus.notification.message.MessageState.Unknown;
import org.regulus.notification.message.Notice;

/** What goes over the wire is the published contract, byte for byte. */
class NoticeMessagesTest {

    private static final Instant SERVED_AT = Instant.parse("2019-06-03T01:00:05Z");
    private static final Instant FAILED_AT = Instant.parse("2019-06-04T01:00:05Z");

    private static final Optional<Seal> SEAL = Optional.of(
            new Seal(UUID.fromString("01976a2e-5c00-7000-8000-00000000000c"), Digests.sha256("test".getBytes(UTF_8))));

    private final Message.About about = new Message.About(
            UUID.fromString("01976a2e-5c00-7000-8000-00000000000b"),
            UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
            "MIIT",
            UUID.fromString("01976a2e-5c00-7000-8000-000000000003"),
            Notice.OPERATOR);

    @Test
    void a_served_notice_is_its_golden_sample() {
        Message message = message(new Served(1, SERVED_AT));
        check(NoticeMessages.of(new MessageEvent.NoticeServed(message, SERVED_AT), SEAL), NoticeMessages.SERVED);
    }

    @Test
    void a_notice_that_came_back_is_its_golden_sample() {
        Message message = message(new Bounced(1, SERVED_AT));
        check(
                NoticeMessages.of(new MessageEvent.NoticeBounced(message, "5.1.1", SERVED_AT), SEAL),
                NoticeMessages.BOUNCED);
    }

    @Test
    void a_failed_notice_is_its_golden_sample() {
        Message message = message(new Failed(12, Failure.REFUSED, FAILED_AT));
        check(NoticeMessages.of(new MessageEvent.NoticeFailed(message, 12, FAILED_AT), SEAL), NoticeMessages.FAILED);
    }

    @Test
    void why_it_failed_is_told() {
        assertThat(reason(new Failed(12, Failure.REFUSED, FAILED_AT))).isEqualTo("refused");
        assertThat(reason(new Failed(0, Failure.NO_ADDRESS, FAILED_AT))).isEqualTo("no-address");
        assertThat(reason(new Failed(1, Failure.ADDRESS_UNUSABLE, FAILED_AT))).isEqualTo("address-unusable");
        assertThat(reason(new Unknown(12, FAILED_AT))).isEqualTo("outcome-unknown");
    }

    private String reason(MessageState state) {
        var event = new MessageEvent.NoticeFailed(message(state), 12, FAILED_AT);
        return ((NoticeMessages.NoticeFailed)
                        NoticeMessages.of(event, Optional.empty()).data())
                .reason();
    }

    private static void check(OutboxMessage event, String type) {
        assertThat(event.type()).isEqualTo(type);
        Golden.check(type, event.data());
    }

    private Message message(MessageState state) {
        UUID id = UUID.fromString("01976a2e-5c00-7000-8000-00000000000a");
        return new Message(id, about, Notice.MAIL, "case-opened", state);
    }
}
