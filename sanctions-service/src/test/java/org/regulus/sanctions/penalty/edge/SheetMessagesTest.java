package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.Revision;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** What is announced of a filed sheet is what the contracts say, byte for byte. */
class SheetMessagesTest {

    private static final Instant AT = Instant.parse("2019-11-08T02:00:00Z");
    private static final LocalDate ON = LocalDate.of(2019, 11, 8);

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void each_sheet_is_its_golden_sample() {
        golden("penalty-filed", new Sheet.CaseFiled(ON));
        golden("investigation-closed", new Sheet.InvestigationClosed("not rectified, as the record shows"));
        golden("penalty-extended", new Sheet.DecisionExtended(ON, "complex"));
        golden("officer-recused", new Sheet.OfficerRecused("eve", "kin"));
        golden("hearing-requested", new Sheet.HearingRequested(ON));
        golden("hearing-called", new Sheet.HearingCalled("chen", ON));
        golden("hearing-held", new Sheet.HearingHeld(true, "heard"));
        golden("penalty-voted", new Sheet.Voted("dan", true, "so be it"));
        golden("penalty-taken-over", new Sheet.TakenOver("GDCA", "MIIT"));
        golden("penalty-transferred", new Sheet.Transferred("police", "a crime"));
        golden(
                "penalty-service-failed",
                new Sheet.ServiceFailed(Sheet.ServiceMethod.MAIL, ON, "moved", Optional.empty()));
        golden(
                "penalty-served",
                new Sheet.Served(
                        Sheet.ServiceMethod.PUBLIC_NOTICE, ON, ON, Optional.of(ON.plusDays(17)), Optional.empty()));
        golden(
                "person-served",
                new Sheet.Served(Sheet.ServiceMethod.IN_PERSON, ON, ON, Optional.of(ON.plusDays(17)), Optional.of(5)));
        golden("person-payment-recounted", new Sheet.PaymentRecounted(ON, LocalDate.of(2019, 11, 11), Optional.of(5)));
        golden(
                "defence-recounted",
                new Sheet.DefenceRecounted(ON, LocalDate.of(2019, 11, 11), Instant.parse("2019-11-11T16:00:00Z")));
        golden("payment-recounted", new Sheet.PaymentRecounted(ON, LocalDate.of(2019, 11, 11), Optional.empty()));
        golden(
                "penalty-document-served",
                new Sheet.DocumentServed(
                        Sheet.Paper.NOTICE,
                        Sheet.ServiceMethod.MAIL,
                        ON,
                        Optional.of(Instant.parse("2019-11-13T16:00:00Z")),
                        Optional.empty()));
        golden("instalments-requested", new Sheet.InstalmentsRequested("hardship", Optional.empty()));
        golden(
                "instalments-granted",
                new Sheet.InstalmentsGranted(List.of(new Sheet.Part(Laws.yuan(10_000), ON)), Optional.empty()));
        golden("penalty-part-paid", new Sheet.PartPaid(Laws.yuan(4_000), Laws.yuan(120), 1, ON, Optional.empty()));
        golden(
                "measure-carried-out",
                new Sheet.CarriedOut(2, PenaltyKind.SUSPENSION, ON, Optional.of(LocalDate.of(2019, 12, 8))));
        golden("measure-ended", new Sheet.TermEnded(2, PenaltyKind.SUSPENSION, ON));
        golden("person-fine-paid", new Sheet.PersonPaid(3, Laws.yuan(4_000), Laws.yuan(120), ON));
        golden("penalty-challenged", new Sheet.Challenged(Sheet.Challenge.RECONSIDERATION, ON, Optional.empty()));
        golden(
                "challenge-resolved",
                new Sheet.ChallengeResolved(
                        Sheet.Resolution.CHANGED,
                        ON,
                        Optional.of(Laws.yuan(5_000)),
                        Optional.empty(),
                        List.of(
                                new Revision(1, Revision.Becomes.LESS, Optional.of(Laws.yuan(5_000)), Optional.empty()),
                                new Revision(2, Revision.Becomes.NOTHING, Optional.empty(), Optional.empty()))));
        golden("penalty-demanded", new Sheet.Demanded(ON, Optional.empty()));
        golden("enforcement-requested", new Sheet.EnforcementRequested(ON, Optional.empty()));
        golden("penalty-corrected", new Sheet.Corrected("2019, not 2018"));
        golden("penalty-revoked", new Sheet.Revoked("an error"));
        golden("penalty-published", new Sheet.Published(ON, Optional.empty()));
        golden("penalty-taken-down", new Sheet.TakenDown(ON, "over"));

        seen.add(Sheet.Withdrawn.class); // comes with penalty-withdrawn
        assertThat(seen).containsExactlyInAnyOrder(sheets());
    }

    private static Class<?>[] sheets() {
        return Sheet.class.getPermittedSubclasses();
    }

    private <S extends Sheet> void golden(String type, S sheet) {
        seen.add(sheet.getClass());
        OutboxMessage message =
                PenaltyMessages.of(new Change<>(PenaltyMessagesTest.PROCEEDING, new SheetFiled<>(sheet, AT)));
        assertThat(message.type()).isEqualTo("regulus.sanctions." + type + ".v1");
        assertThat(message.aggregate().sequence()).isEqualTo(5);
        Golden.check(message.type(), message.data());
    }
}
