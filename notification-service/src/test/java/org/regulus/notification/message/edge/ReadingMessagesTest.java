package org.regulus.notification.message.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.notification.evidence.Digests;
import org.regulus.notification.evidence.Evidence.Seal;

/** What goes over the wire is the published contract, byte for byte. */
class ReadingMessagesTest {

    private static final Seal SEAL =
            new Seal(UUID.fromString("01976a2e-5c00-7000-8000-00000000000c"), Digests.sha256("test".getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource({
        "reading, regulus.notification.notice-read.v1, 1",
        "acknowledgement, regulus.notification.notice-acknowledged.v1, 2"
    })
    void what_an_operator_did_with_a_notice_is_its_golden_sample(String kind, String type, long sequence) {
        InboxRow row = new InboxRow();
        row.id = UUID.fromString("01976a2e-5c00-7000-8000-00000000000a");
        row.eventId = UUID.fromString("01976a2e-5c00-7000-8000-00000000000b");
        row.caseId = UUID.fromString("01976a2e-5c00-7000-8000-000000000001");
        row.operatorId = UUID.fromString("01976a2e-5c00-7000-8000-000000000003");
        row.authority = "MIIT";
        row.template = "case-opened";
        OutboxMessage event = ReadingMessages.of(row, kind, Instant.parse("2019-06-03T01:00:05Z"), SEAL);
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.aggregate().sequence()).isEqualTo(sequence);
        Golden.check(type, event.data());
    }
}
