package org.regulus.inspection.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.common.problem.Refusal;

class ComplaintTest {

    private static final Instant NOON = Instant.parse("2019-07-16T04:00:00Z");
    private static final UUID ID = new UUID(1, 1);

    @ParameterizedTest
    @EnumSource(Complaint.State.class)
    void it_is_referred_or_closed_once(Complaint.State from) {
        Complaint complaint = new Complaint(ID, from, 1);
        if (from == Complaint.State.REGISTERED) {
            assertThat(complaint.refer(ID, NOON).complaint()).isEqualTo(new Complaint(ID, Complaint.State.REFERRED, 2));
            assertThat(complaint.close("unfounded", NOON).complaint())
                    .isEqualTo(new Complaint(ID, Complaint.State.CLOSED, 2));
        } else {
            refused("complaint.move-not-allowed", () -> complaint.refer(ID, NOON));
            refused("complaint.move-not-allowed", () -> complaint.close("unfounded", NOON));
        }
    }

    @Test
    void it_is_registered_once_it_has_come() {
        assertThat(Complaint.register(ID, NOON, NOON).complaint().state()).isEqualTo(Complaint.State.REGISTERED);
        refused("complaint.not-yet-received", () -> Complaint.register(ID, NOON.plusMillis(1), NOON));
    }

    private static void refused(String code, Runnable move) {
        assertThatThrownBy(move::run).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
