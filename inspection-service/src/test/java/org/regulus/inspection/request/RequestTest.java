package org.regulus.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.common.problem.Refusal;

class RequestTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_NINE = Instant.parse("2019-08-05T01:00:00Z");
    private static final UUID ID = new UUID(1, 1);

    @ParameterizedTest
    @EnumSource(Request.State.class)
    void only_what_was_made_is_decided_or_lapses(Request.State from) {
        Request request = new Request(ID, Request.Kind.SLOT, from, 1);
        if (from == Request.State.MADE) {
            assertThat(request.decide(true, MONDAY_NINE).request().state()).isEqualTo(Request.State.GRANTED);
            assertThat(request.decide(false, MONDAY_NINE).request().state()).isEqualTo(Request.State.REFUSED);
            assertThat(request.lapse("interview-held", MONDAY_NINE).request())
                    .isEqualTo(new Request(ID, Request.Kind.SLOT, Request.State.LAPSED, 2));
        } else {
            refused("request.move-not-allowed", () -> request.decide(true, MONDAY_NINE));
            refused("request.move-not-allowed", () -> request.lapse("interview-held", MONDAY_NINE));
        }
    }

    @ParameterizedTest
    @CsvSource({"2019-08-04T15:59:59Z,true", "2019-08-04T16:00:00Z,false"})
    void another_slot_is_asked_for_until_the_end_of_the_day_before(Instant at, boolean inTime) {
        if (inTime) {
            assertThat(Request.forSlot(ID, MONDAY_NINE, 1, BEIJING, at)
                            .request()
                            .state())
                    .isEqualTo(Request.State.MADE);
        } else {
            refused("request.too-late", () -> Request.forSlot(ID, MONDAY_NINE, 0, BEIJING, at));
        }
    }

    @Test
    void twice_is_enough_and_only_who_inspects_can_be_recused() {
        Instant before = MONDAY_NINE.minusSeconds(200_000);
        refused("request.too-many", () -> Request.forSlot(ID, MONDAY_NINE, 2, BEIJING, before));
        refused("request.inspector-not-assigned", () -> Request.forRecusal(ID, false, before));
        assertThat(Request.forRecusal(ID, true, before).event().kind()).isEqualTo(Request.Kind.RECUSAL);
    }

    private static void refused(String code, Runnable move) {
        assertThatThrownBy(move::run).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
