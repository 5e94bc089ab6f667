package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The decision is served; some operators pay in parts, some ask for reconsideration first; what is heavy is published. */
final class AfterDecision {

    private static final LocalDate SERVED = LocalDate.of(2019, 11, 5);
    private static final LocalDate ASKED = LocalDate.of(2019, 11, 6);
    private static final LocalDate PAID = LocalDate.of(2019, 11, 12);
    private static final LocalDate LAST_PART = LocalDate.of(2019, 11, 20);
    private static final int IN_PARTS_ONE_IN = 3;

    private final Play play;
    private final Papers papers;

    AfterDecision(Play play, Papers papers) {
        this.play = play;
        this.papers = papers;
    }

    void settle(List<Proceeding> all) {
        List<Proceeding> fined =
                all.stream().filter(one -> one.isDecided(Fate.Decision.FINE)).toList();
        List<Proceeding> grave = fined.stream().filter(Proceeding::grave).toList();
        List<Proceeding> inParts = fined.stream()
                .filter(one -> !one.grave() && one.isOneIn(IN_PARTS_ONE_IN, 1))
                .toList();
        play.moveTo(SERVED, "10:00");
        play.crowd.each(all, this::serve);
        play.moveTo(ASKED, "10:00");
        play.crowd.each(inParts, this::grantParts);
        play.crowd.each(grave, this::challenge);

        play.moveTo(PAID, "16:00");
        play.crowd.each(grave, this::uphold);
        play.crowd.each(fined, one -> pay(one, inParts.contains(one) ? half(one) : one.fine(), PAID));
        play.crowd.each(grave, one -> one.take(play, play.officers.officer, "/publication", Map.of()));
        play.moveTo(LAST_PART, "16:00");
        play.crowd.each(inParts, one -> pay(one, one.fine() - half(one), LAST_PART));
        play.progress.say(
                "fines paid: %d, of which %d in parts; upheld after reconsideration, and published: %d",
                fined.size(), inParts.size(), grave.size());
    }

    /** The decision starts the operator's periods when the notification-service announces that it arrived. */
    private void serve(Proceeding one) {
        papers.served(one.participant().caseId(), papers.issue("decision", one.id()), SERVED);
    }

    private void grantParts(Proceeding one) {
        one.take(play, one.participant().system(), "/instalment-request", Map.of("reason", "资金周转困难（演示）"));
        List<Map<String, Object>> parts = List.of(
                Map.of("amountMinor", half(one), "dueOn", PAID.plusDays(1).toString()),
                Map.of("amountMinor", one.fine() - half(one), "dueOn", LAST_PART.toString()));
        one.take(play, play.officers.decider, "/instalments", Map.of("parts", parts));
    }

    private void challenge(Proceeding one) {
        one.take(
                play,
                one.participant().system(),
                "/challenge",
                Map.of("kind", "reconsideration", "filedOn", ASKED.toString()));
    }

    private void uphold(Proceeding one) {
        one.take(
                play,
                play.officers.officer,
                "/challenge-resolution",
                Map.of("outcome", "upheld", "resolvedOn", PAID.toString()));
    }

    private void pay(Proceeding one, long amount, LocalDate day) {
        one.take(play, play.officers.officer, "/payment", Map.of("amountMinor", amount, "paidOn", day.toString()));
    }

    private static long half(Proceeding one) {
        return one.fine() / 2;
    }
}
