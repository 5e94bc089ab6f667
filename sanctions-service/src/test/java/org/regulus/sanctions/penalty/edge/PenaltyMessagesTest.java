package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.assessment.Facts;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Hands;
import org.regulus.sanctions.penalty.Outcome;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyClosed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDecided;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDefended;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyNoticed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyProposed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyReviewed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyWithdrawn;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.ProceedingState;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;
import org.regulus.sanctions.ruleset.Provision;

/** What is announced is what the contracts say, byte for byte. */
class PenaltyMessagesTest {

    private static final Decision FINE = new Decision(
            Penalties.of(PenaltyKind.FINE, Laws.yuan(10_000)),
            Optional.of(LocalDate.of(2019, 10, 30)),
            Instant.EPOCH,
            List.of());

    static final PenaltyProceeding PROCEEDING = new PenaltyProceeding(
            new ProceedingId(id("f1")),
            new OrderId(id("a1")),
            new CaseSubject(id("01"), id("c1"), "MIIT"),
            new Proposal(
                    new Proposal.Laws(order11(), List.of(), Optional.empty()),
                    LocalDate.of(2019, 9, 17),
                    Penalties.of(PenaltyKind.FINE, Laws.yuan(10_000)),
                    "not rectified",
                    new Facts(Addressee.OPERATOR, true, Consequence.NONE, Set.of(), Optional.empty()),
                    List.of()),
            new Hands(Set.of(), Set.of(new OfficerId("anna")), Set.of(), Set.of(), Set.of()),
            Dossier.EMPTY,
            5,
            new ProceedingState.Proposed(Instant.EPOCH));

    @Test
    void each_event_of_a_proceeding_is_its_golden_sample() {
        golden("proposed", new PenaltyProposed(at("08T02:00:00Z")));
        golden("reviewed", new PenaltyReviewed(true, at("09T02:00:00Z")));
        golden("noticed", new PenaltyNoticed(at("14T16:00:00Z"), at("10T02:00:00Z")));
        golden("defended", new PenaltyDefended(false, at("11T02:00:00Z")));
        golden("decided", new PenaltyDecided(FINE, at("15T02:00:00Z")));
        golden("paid", new PenaltyPaid(FINE, at("20T02:00:00Z")));
        golden("closed", new PenaltyClosed(Outcome.FINE, at("20T02:00:00Z")));
        golden("withdrawn", new PenaltyWithdrawn(at("12T02:00:00Z")));
        assertThat(PenaltyEvent.class.getPermittedSubclasses()).hasSize(9);
    }

    @Test
    void a_warning_has_no_amount_and_no_day_to_pay() {
        var warning = new Decision(
                Penalties.of(PenaltyKind.WARNING, Money.of(0, "CNY")), Optional.empty(), Instant.EPOCH, List.of());
        var message = PenaltyMessages.of(new Change<>(PROCEEDING, new PenaltyDecided(warning, Instant.EPOCH)));
        assertThat((PenaltyMessages.Decided) message.data()).satisfies(data -> {
            assertThat(data.amountMinor()).isZero();
            assertThat(data.payUntil()).isNull();
        });
    }

    private static void golden(String participle, PenaltyEvent event) {
        OutboxMessage message = PenaltyMessages.of(new Change<>(PROCEEDING, event));
        assertThat(message.type()).isEqualTo("regulus.sanctions.penalty-" + participle + ".v1");
        assertThat(message.key()).isEqualTo(id("01"));
        assertThat(message.aggregate().type()).isEqualTo("penalty-proceeding");
        assertThat(message.aggregate().sequence()).isEqualTo(5);
        assertThat(message.at()).isEqualTo(event.at());
        Golden.check(message.type(), message.data());
    }

    private static Provision order11() {
        Provision law = Laws.ORDER_11;
        return Laws.version(law, "CN-ORDER-11-22", "2010-03-01", null, law.fine());
    }

    private static Instant at(String rest) {
        return Instant.parse("2019-10-" + rest);
    }

    private static UUID id(String last) {
        return UUID.fromString("01900000-0000-7000-8000-0000000000" + last);
    }
}
