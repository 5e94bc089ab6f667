package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.Standing.Served;
import org.regulus.sanctions.ruleset.Limit;

/**
 * A later holiday file may give the operator more time: its last day to answer and its last day to pay are counted again from the days on
 * which they began. A day that was told to it never becomes an earlier one.
 */
public final class Recount {

    private Recount() {}

    /** Empty when nothing moves: also when it was counted again already. */
    public static Optional<Change<? extends SheetFiled<?>>> of(PenaltyProceeding it, Court court) {
        if (it.state() instanceof Answering answering) {
            return defence(it, answering, court);
        }
        return it.state() instanceof Served served ? payment(it, served, court) : Optional.empty();
    }

    private static Optional<Change<? extends SheetFiled<?>>> defence(
            PenaltyProceeding it, Answering answering, Court court) {
        LocalDate before = court.calendar().dateOf(answering.defenceUntil().minusNanos(1));
        LocalDate from = PaperMoves.served(it.dossier(), Sheet.Paper.NOTICE)
                .map(Sheet.DocumentServed::effectiveOn)
                .orElseGet(() -> court.calendar().dateOf(answering.noticedAt()));
        LocalDate now = court.lastDay(Limit.DEFENCE, from);
        if (!now.isAfter(before)) {
            return Optional.empty();
        }
        var until = court.calendar().endOf(now);
        return Optional.of(
                it.file(new Sheet.DefenceRecounted(before, now, until), answering.until(until), court.act()));
    }

    /** Of what is not paid, one day at a time: the operator's, or that of the next person whose day moves. */
    private static Optional<Change<? extends SheetFiled<?>>> payment(PenaltyProceeding it, Served served, Court court) {
        List<Account> open = Account.all(it.dossier(), served.decision()).stream()
                .filter(account -> account.instalments().isEmpty() && !account.isPaid())
                .toList();
        return Optional.<Change<? extends SheetFiled<?>>>empty()
                .or(() -> ofOperator(it, served, open, court))
                .or(() -> open.stream()
                        .filter(account -> account.fine().person().isPresent())
                        .flatMap(account -> ofPerson(it, account, court).stream())
                        .findFirst());
    }

    /** Its day is that of the decision; it has one as long as it owes its fine. */
    private static Optional<Change<? extends SheetFiled<?>>> ofOperator(
            PenaltyProceeding it, Served served, List<Account> open, Court court) {
        if (open.stream().allMatch(account -> account.fine().person().isPresent())) {
            return Optional.empty();
        }
        Optional<LocalDate> before = served.decision().payUntil();
        LocalDate now = counted(it, Optional.empty(), court).orElseThrow();
        return before.filter(now::isAfter)
                .map(day -> it.file(
                        new Sheet.PaymentRecounted(day, now, Optional.empty()),
                        served.payable(served.decision().payableUntil(Optional.of(now))),
                        court.act()));
    }

    private static Optional<Change<? extends SheetFiled<?>>> ofPerson(
            PenaltyProceeding it, Account account, Court court) {
        Optional<Integer> party = account.party();
        return party.flatMap(it.dossier()::payUntil).flatMap(before -> counted(it, party, court)
                .filter(now -> now.isAfter(before))
                .map(now -> it.file(new Sheet.PaymentRecounted(before, now, party), it.state(), court.act())));
    }

    private static Optional<LocalDate> counted(PenaltyProceeding it, Optional<Integer> party, Court court) {
        return it.dossier().served(party).map(served -> court.lastDay(Limit.PAYMENT, served.effectiveOn()));
    }
}
