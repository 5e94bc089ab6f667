package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Session;

/** The decision is served and followed: paid, also in parts or by a person, carried out, challenged in vain, published. */
final class AfterDecision {

    private static final LocalDate SERVED = LocalDate.of(2019, 11, 5);
    private static final LocalDate ASKED = LocalDate.of(2019, 11, 6);
    private static final LocalDate PAID = LocalDate.of(2019, 11, 12);
    private static final LocalDate LAST_PART = LocalDate.of(2019, 11, 20);
    private static final int BESIDE_THE_FINE = 2;

    private final Play play;
    private final Papers papers;
    private List<UUID> postedUp = List.of();

    AfterDecision(Play play) {
        this.play = play;
        this.papers = new Papers(play);
    }

    void settle(List<Proceeding> all) {
        List<Proceeding> grave = Proceeding.of(Course.GRAVE, all);
        List<Proceeding> inParts = Proceeding.of(Course.IN_PARTS, all);
        List<Proceeding> confiscated = Proceeding.of(Course.CONFISCATION, all);
        List<Proceeding> suspended = Proceeding.of(Course.SUSPENSION, all);
        List<Proceeding> persons = Proceeding.of(Course.PERSON, all);
        List<Proceeding> inTime =
                all.stream().filter(AfterDecision::isPaidInTime).toList();
        play.moveTo(SERVED, "10:00");
        List<Proceeding> absent = Proceeding.of(Course.WARNING, all);
        play.crowd.each(Some.without(all, absent), this::serve);
        postedUp = play.crowd.map(absent, this::postUp);
        play.moveTo(ASKED, "10:00");
        play.crowd.each(inParts, this::grantParts);
        play.crowd.each(persons, this::serveThePerson);
        play.crowd.each(grave, this::challenge);
        play.crowd.each(confiscated, this::carryOut);
        play.crowd.each(suspended, this::carryOut);

        play.moveTo(PAID, "16:00");
        play.crowd.each(grave, this::uphold);
        play.crowd.each(persons, this::payAsAPerson);
        play.crowd.each(inTime, one -> pay(one, inParts.contains(one) ? half(one) : one.fine(), PAID));
        play.crowd.each(grave, one -> officer(one, "/publication", Map.of()));
        play.moveTo(LAST_PART, "16:00");
        play.crowd.each(inParts, one -> pay(one, one.fine() - half(one), LAST_PART));
        play.crowd.each(Some.without(inTime, suspended), one -> one.expect(play, "closed"));
        play.acts.did(Act.FINED, inTime.size() - inParts.size());
        play.acts.did(Act.IN_PARTS, inParts.size());
        play.acts.did(Act.CHALLENGED, grave.size());
        play.acts.did(Act.PENALTY_PUBLISHED, grave.size());
        play.acts.did(Act.CONFISCATED, confiscated.size());
        play.acts.did(Act.PERSON_FINED, persons.size());
        play.progress.say(
                "fines paid: %d, of which %d in parts, %d also by who is responsible; upheld after reconsideration, and published: %d",
                inTime.size(), inParts.size(), persons.size(), grave.size());
    }

    private static boolean isPaidInTime(Proceeding one) {
        return one.course().isFined() && one.course() != Course.LATE && one.course() != Course.ENFORCED;
    }

    /** The decision starts the operator's periods when the notification-service announces that it arrived. */
    private void serve(Proceeding one) {
        papers.served(one.participant().caseId(), papers.issue("decision", one.id()), SERVED);
    }

    /** Who was warned is not found at the address. */
    private UUID postUp(Proceeding one) {
        UUID decision = papers.issue("decision", one.id());
        papers.postedUp(one.participant().caseId(), decision, SERVED);
        return decision;
    }

    /** More than sixty days later. */
    void awaitPublicNotices() {
        play.crowd.each(postedUp, papers::awaitServed);
        play.acts.did(Act.PUBLIC_NOTICE, postedUp.size());
        play.progress.say("decisions that count as served, sixty days after they were posted up: %d", postedUp.size());
    }

    private void grantParts(Proceeding one) {
        one.take(play, one.participant().system(), "/instalment-request", Map.of("reason", "资金周转困难（演示）"));
        List<Map<String, Object>> parts = List.of(
                Map.of("amountMinor", half(one), "dueOn", PAID.plusDays(1).toString()),
                Map.of("amountMinor", one.fine() - half(one), "dueOn", LAST_PART.toString()));
        one.take(play, play.officers.decider, "/instalments", Map.of("parts", parts));
    }

    private void challenge(Proceeding one) {
        Session operator = one.participant().system();
        one.take(play, operator, "/challenge", Map.of("kind", "reconsideration", "filedOn", ASKED.toString()));
    }

    /** Entered by somebody else than who proposed the penalty. */
    private void uphold(Proceeding one) {
        one.take(
                play,
                play.officers.decider,
                "/challenge-resolution",
                Map.of("outcome", "upheld", "resolvedOn", PAID.toString()));
    }

    /** Who is directly responsible is handed the decision in person: its own time to pay begins. */
    private void serveThePerson(Proceeding one) {
        officer(
                one,
                "/service",
                Map.of("method", "in-person", "on", ASKED.toString(), "outcome", "served", "penalty", BESIDE_THE_FINE));
    }

    private void carryOut(Proceeding one) {
        officer(one, "/execution", Map.of("penalty", BESIDE_THE_FINE, "on", ASKED.toString()));
    }

    private void payAsAPerson(Proceeding one) {
        officer(
                one,
                "/payment",
                Map.of("amountMinor", Course.OF_THE_PERSON, "paidOn", PAID.toString(), "penalty", BESIDE_THE_FINE));
    }

    private void pay(Proceeding one, long amount, LocalDate day) {
        officer(one, "/payment", Map.of("amountMinor", amount, "paidOn", day.toString()));
    }

    private void officer(Proceeding one, String step, Map<String, Object> body) {
        one.take(play, play.officers.officer, step, body);
    }

    private static long half(Proceeding one) {
        return one.fine() / 2;
    }
}
