package org.regulus.inspection.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.onsite.OnSiteRecord.Attendance;
import org.regulus.inspection.onsite.OnSiteRecord.Kind;
import org.regulus.inspection.onsite.OnSiteRecord.Signature;

class OnSiteRecordTest {

    private static final Instant NOON = Instant.parse("2019-08-01T04:00:00Z");
    private static final Attendance COMPLETE = new Attendance(2, 1);
    private static final Signature SIGNED = new Signature(true, "Mr Sun", false, null, null);

    @ParameterizedTest(name = "{0}: note {1}, amend {2}, sign {3}")
    @CsvSource({"open,open,-,signed", "signed,-,signed,-"})
    void every_move_from_every_state(String from, String note, String amend, String sign) {
        OnSiteRecord record = new OnSiteRecord(UUID.randomUUID(), OnSiteRecord.State.of(from), 1);
        for (Kind kind : Kind.values()) {
            String expected = kind == Kind.AMENDMENT ? amend : note;
            assertThat(record.refuses(kind).isPresent()).isEqualTo(expected.equals("-"));
        }
        assertThat(record.note(1, NOON).record().state().word()).isEqualTo(from);
        if (sign.equals("-")) {
            assertThatThrownBy(() -> record.sign(SIGNED, COMPLETE, NOON))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("record.move-not-allowed"));
        } else {
            assertThat(record.sign(SIGNED, COMPLETE, NOON).record().state().word())
                    .isEqualTo(sign);
        }
    }

    @Test
    void a_record_is_signed_when_it_is_complete_and_all_that_is_missing_is_said_at_once() {
        assertThat(flaws(new Signature(false, " ", false, null, null), new Attendance(1, 0)))
                .containsExactly(
                        "record.not-read-back",
                        "record.too-few-inspectors",
                        "record.nobody-of-the-operator",
                        "record.signer-required");
        assertThat(flaws(new Signature(true, null, true, null, ""), COMPLETE))
                .containsExactly("record.reason-required", "record.witness-required");
        Signature refused = new Signature(true, null, true, "Does not agree", "Mrs Zhou");
        assertThat(OnSiteRecord.open(UUID.randomUUID())
                        .sign(refused, COMPLETE, NOON)
                        .event()
                        .refused())
                .isTrue();
    }

    private static List<String> flaws(Signature signature, Attendance attendance) {
        try {
            OnSiteRecord.open(UUID.randomUUID()).sign(signature, attendance, NOON);
            return List.of();
        } catch (Refusal no) {
            return no.flaws().stream().map(Refusal.Flaw::code).toList();
        }
    }
}
