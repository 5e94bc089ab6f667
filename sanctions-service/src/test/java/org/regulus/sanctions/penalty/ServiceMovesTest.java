package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/** How a decision of 8 October 2019 reaches the operator. */
class ServiceMovesTest {

    private static final LocalDate SERVED_ON = LocalDate.of(2019, 10, 8);

    @Test
    void public_notice_comes_last_and_works_after_sixty_days() {
        refused("proceeding.public-notice-last", () -> serve(Proceedings.fined(), ServiceMethod.PUBLIC_NOTICE));
        PenaltyProceeding tried = ServiceMoves.fail(
                        Proceedings.fined(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON,
                        "moved",
                        court("anna", NOON))
                .proceeding();
        Sheet.Served served = serve(tried, ServiceMethod.PUBLIC_NOTICE).event().sheet();
        assertThat(served.effectiveOn()).isEqualTo(LocalDate.of(2019, 12, 9));
        assertThat(served.payUntil()).contains(LocalDate.of(2019, 12, 24));
    }

    @Test
    void electronic_service_needs_consent_and_no_service_lies_ahead() {
        refused("proceeding.consent-missing", () -> serve(Proceedings.fined(), ServiceMethod.ELECTRONIC));
        refused(
                "proceeding.service-date",
                () -> ServiceMoves.serve(
                        Proceedings.fined(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON.plusDays(1),
                        false,
                        court("anna", NOON)));
    }

    @Test
    void nothing_is_served_before_it_was_decided() {
        refused(
                "proceeding.service-date",
                () -> ServiceMoves.serve(
                        Proceedings.fined(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON.minusDays(1),
                        false,
                        court("anna", NOON)));
        refused(
                "proceeding.service-date",
                () -> ServiceMoves.fail(
                        Proceedings.fined(),
                        Optional.empty(),
                        ServiceMethod.MAIL,
                        SERVED_ON.minusDays(1),
                        "moved",
                        court("anna", NOON)));
    }

    private static Change<PenaltyEvent.SheetFiled<Sheet.Served>> serve(PenaltyProceeding it, ServiceMethod method) {
        return ServiceMoves.serve(it, Optional.empty(), method, SERVED_ON, false, court("anna", NOON));
    }
}
