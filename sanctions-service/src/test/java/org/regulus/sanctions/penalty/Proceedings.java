package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.PenaltyProceeding.Defence;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** Proceedings named by what they mean: a fine of 10,000 on an overdue order. Anna proposes, Rui reviews, Dan decides. */
final class Proceedings {

    static final Instant NOON = Instant.parse("2019-10-08T04:00:00Z");
    /** Noticed on 8 October 2019: three days end on the 11th, a Friday. */
    static final Instant DEFENCE_UNTIL = Instant.parse("2019-10-11T16:00:00Z");

    /** Seven days after the notice. */
    static final LocalDate HEARING = LocalDate.of(2019, 10, 15);

    static final Instant AT_HEARING = Instant.parse("2019-10-15T02:00:00Z");

    static final Money TEN_THOUSAND = Laws.yuan(10_000);
    static final Autumn2019 CALENDAR = new Autumn2019();
    static final Defence STATEMENT = new Defence(Optional.of("we had no notice"));
    static final Defence WAIVER = new Defence(Optional.empty());

    private Proceedings() {}

    static Act by(String officer, Instant at) {
        return new Act(new OfficerId(officer), at);
    }

    static ProposalTerms terms(PenaltyKind kind, Money amount) {
        return terms("ORDER-11", LocalDate.of(2019, 9, 17), kind, amount, "not rectified");
    }

    static ProposalTerms terms(String provision, LocalDate actOn, PenaltyKind kind, Money amount, String facts) {
        return terms(provision, List.of(), actOn, kind, amount, facts, ProposalTerms.Weighing.NONE);
    }

    static ProposalTerms terms(
            String provision,
            List<String> alsoUnder,
            LocalDate actOn,
            PenaltyKind kind,
            Money amount,
            String facts,
            ProposalTerms.Weighing weighing) {
        return new ProposalTerms(
                new ProposalTerms.Named(provision, alsoUnder, Optional.empty()),
                actOn,
                Penalties.of(kind, amount),
                facts,
                weighing);
    }

    static Proposal fine(Money amount) {
        return lawful(terms(PenaltyKind.FINE, amount));
    }

    static Proposal lawful(ProposalTerms terms) {
        return ProposalMoves.lawful(terms, Laws.BOOK, CALENDAR, NOON, Orders.overdue());
    }

    static PenaltyProceeding filed() {
        return InvestigationMoves.file(
                        new ProceedingId(Orders.id(0xf1)),
                        Orders.overdue(),
                        fine(TEN_THOUSAND),
                        CALENDAR.dateOf(NOON),
                        by("ivan", NOON))
                .proceeding();
    }

    static PenaltyProceeding investigated() {
        return InvestigationMoves.close(filed(), "not rectified, as the record shows", court("ivan", NOON))
                .proceeding();
    }

    static PenaltyProceeding proposed() {
        return ProposalMoves.propose(
                        new ProceedingId(Orders.id(0xf1)),
                        Orders.overdue(),
                        fine(TEN_THOUSAND),
                        CALENDAR.dateOf(NOON),
                        by("anna", NOON))
                .proceeding();
    }

    static PenaltyProceeding returned() {
        return proposed().review(false, by("rui", NOON)).proceeding();
    }

    static PenaltyProceeding approved() {
        return proposed().review(true, by("rui", NOON)).proceeding();
    }

    /** On its way: nobody can say that the operator has it. */
    static PenaltyProceeding noticeOnItsWay() {
        return approved().notice(Laws.BOOK, CALENDAR, NOON).proceeding();
    }

    static PenaltyProceeding noticed() {
        return handedOver(noticeOnItsWay(), Sheet.Paper.NOTICE, NOON);
    }

    static PenaltyProceeding handedOver(PenaltyProceeding it, Sheet.Paper paper, Instant at) {
        return handedOver(it, PaperMoves.Copy.of(paper), at);
    }

    static PenaltyProceeding handedOver(PenaltyProceeding it, PaperMoves.Copy copy, Instant at) {
        return PaperMoves.serve(it, copy, Sheet.ServiceMethod.IN_PERSON, CALENDAR.dateOf(at), false, court("anna", at))
                .proceeding();
    }

    static PenaltyProceeding defended() {
        return noticed().answer(STATEMENT, NOON).proceeding();
    }

    static PenaltyProceeding waived() {
        return noticed().answer(WAIVER, NOON).proceeding();
    }

    static PenaltyProceeding fined() {
        return decide(waived(), Outcome.FINE, TEN_THOUSAND, NOON).proceeding();
    }

    static PenaltyProceeding warned() {
        return decide(waived(), Outcome.WARNING, Laws.yuan(0), NOON).proceeding();
    }

    static Court court(String officer, Instant at) {
        return new Court(by(officer, at), Laws.BOOK, CALENDAR);
    }

    /** At the same moment, but another officer. */
    static Court by(String officer, Court court) {
        return new Court(by(officer, court.at()), court.rules(), court.calendar());
    }

    static PenaltyProceeding hearingRequested() {
        return HearingMoves.request(noticed(), court("operator", NOON)).proceeding();
    }

    static PenaltyProceeding hearingNoticeOnItsWay() {
        return HearingMoves.call(hearingRequested(), new OfficerId("chen"), HEARING, court("anna", NOON))
                .proceeding();
    }

    static PenaltyProceeding hearingCalled() {
        return handedOver(hearingNoticeOnItsWay(), Sheet.Paper.HEARING_NOTICE, NOON);
    }

    static PenaltyProceeding hearingHeld() {
        return HearingMoves.hold(hearingCalled(), true, "heard", court("chen", AT_HEARING))
                .proceeding();
    }

    static PenaltyProceeding served() {
        return ServiceMoves.serve(
                        fined(),
                        Optional.empty(),
                        Sheet.ServiceMethod.IN_PERSON,
                        LocalDate.of(2019, 10, 8),
                        false,
                        court("anna", NOON))
                .proceeding();
    }

    static PenaltyProceeding revoked() {
        return RecordMoves.revoke(served(), "an error", court("dan", NOON)).proceeding();
    }

    static PenaltyProceeding transferred() {
        return DeliberationMoves.transfer(noticed(), "police", "a crime", court("dan", NOON))
                .proceeding();
    }

    static Change<PenaltyEvent.PenaltyPaid> pay(PenaltyProceeding it, Money amount, LocalDate paidOn, Instant at) {
        Court court = court("anna", at);
        Change<? extends PenaltyEvent> change = PaymentMoves.pay(it, Optional.empty(), amount, paidOn, court);
        return new Change<>(change.proceeding(), (PenaltyEvent.PenaltyPaid) change.event());
    }

    static PenaltyProceeding paid() {
        return pay(fined(), TEN_THOUSAND, LocalDate.of(2019, 10, 8), NOON).proceeding();
    }

    static PenaltyProceeding closed() {
        return paid().close(NOON).proceeding();
    }

    static PenaltyProceeding withdrawn() {
        return proposed().withdraw("put right after all", by("anna", NOON)).proceeding();
    }

    static Change<PenaltyEvent.PenaltyDecided> decide(
            PenaltyProceeding proceeding, Outcome outcome, Money amount, Instant at) {
        return proceeding.decide(Penalties.decided(outcome, amount, List.of()), Laws.BOOK, CALENDAR, by("dan", at));
    }
}
