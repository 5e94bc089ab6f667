package org.regulus.sanctions.penalty;

import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.TEN_THOUSAND;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;

/** What is no plan to pay by instalments, whatever is asked, is refused. */
class InstalmentsTest {

    private static final LocalDate SERVED_ON = LocalDate.of(2019, 10, 8);
    private static final LocalDate DUE = LocalDate.of(2019, 10, 23);

    @Test
    void instalments_come_to_the_fine_and_follow_each_other() {
        refused("proceeding.instalments-invalid", () -> inParts(4_000, 5_999));
        refused(
                "proceeding.instalments-invalid",
                () -> grant(List.of(
                        new Sheet.Part(Laws.yuan(4_000), DUE.plusDays(60)), new Sheet.Part(Laws.yuan(6_000), DUE))));
        refused("proceeding.instalments-invalid", () -> grant(List.of(new Sheet.Part(TEN_THOUSAND, SERVED_ON))));
        refused(
                "proceeding.instalments-invalid",
                () -> grant(List.of(
                        new Sheet.Part(TEN_THOUSAND, SERVED_ON.plusYears(10).plusDays(1)))));
        Money most = Money.of(Long.MAX_VALUE, "CNY");
        refused(
                "proceeding.instalments-invalid",
                () -> grant(List.of(new Sheet.Part(most, DUE), new Sheet.Part(most, DUE.plusDays(1)))));
    }

    private static PenaltyProceeding inParts(long first, long second) {
        return grant(List.of(
                new Sheet.Part(Laws.yuan(first), LocalDate.of(2019, 11, 22)),
                new Sheet.Part(Laws.yuan(second), LocalDate.of(2019, 12, 22))));
    }

    private static PenaltyProceeding grant(List<Sheet.Part> parts) {
        PenaltyProceeding asked = PaymentMoves.requestInstalments(
                        Proceedings.served(), Optional.empty(), "hardship", court("operator", NOON))
                .proceeding();
        return PaymentMoves.grantInstalments(asked, Optional.empty(), parts, court("dan", NOON))
                .proceeding();
    }
}
