package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;

/** Who pays late pays more, and can read why; who does not pay is demanded to, then the court is asked. Suspensions end in the meantime. */
final class LatePayers {

    private static final LocalDate LATE = LocalDate.of(2019, 11, 26);
    private static final LocalDate TERM_OVER = LocalDate.of(2019, 12, 6);
    private static final LocalDate AFTER_THE_TERM = LocalDate.of(2019, 12, 9);

    /** Six months after the service nobody can sue any more; within three further months the court may be asked. */
    private static final LocalDate TO_COURT = LocalDate.of(2020, 5, 11);

    private static final LocalDate ENFORCED = LocalDate.of(2020, 5, 18);

    private final Play play;
    private final Papers papers;

    LatePayers(Play play) {
        this.play = play;
        this.papers = new Papers(play);
    }

    void settle(List<Proceeding> all) {
        List<Proceeding> late = Proceeding.of(Course.LATE, all);
        List<Proceeding> unpaid = Proceeding.of(Course.ENFORCED, all);
        List<Proceeding> suspended = Proceeding.of(Course.SUSPENSION, all);
        play.moveTo(LATE, "16:00");
        play.crowd.each(late, one -> payWithSurcharge(one, LATE));
        play.crowd.each(unpaid, this::demand);
        play.moveTo(AFTER_THE_TERM, "10:00");
        play.crowd.each(suspended, this::end);
        play.progress.say(
                "paid late, with the surcharge that the calculator explains: %d; suspensions over: %d",
                late.size(), suspended.size());

        play.crowd.each(Some.without(all, unpaid), this::awaitClosed);
        play.moveTo(TO_COURT, "10:00");
        play.crowd.each(unpaid, one -> one.take(play, play.officers.officer, "/enforcement-request", Map.of()));
        play.moveTo(ENFORCED, "16:00");
        play.crowd.each(unpaid, one -> payWithSurcharge(one, ENFORCED));
        play.acts.did(Act.PAID_LATE, late.size());
        play.acts.did(Act.BUSINESS_SUSPENDED, suspended.size());
        play.acts.did(Act.ENFORCED, unpaid.size());
        play.progress.say("demanded in vain, and enforced by the court with the surcharge: %d", unpaid.size());
    }

    /** The case ends when its proceeding does, not after the months that the play leaps over. */
    private void awaitClosed(Proceeding one) {
        Api officer = play.filing(play.officers.officer);
        String path = "/cases/" + one.participant().caseId();
        Patience.await(
                "the end of the case " + one.participant().number(),
                Play.PATIENCE,
                () -> officer.get(path).body().path("state").asText().equals("closed"),
                () -> "It is " + officer.get(path).body().path("state"));
    }

    /** As much as the proceeding says is owed today, which is what the calculator comes to. */
    private void payWithSurcharge(Proceeding one, LocalDate day) {
        JsonNode owed = one.seen(play).path("owed");
        JsonNode part = owed.path("parts").path(0);
        JsonNode explained = play.sanctions(one.participant().system())
                .get(part.path("explained").asText())
                .body();
        long surcharge = explained.path("surchargeMinor").asLong();
        long byHand =
                Math.min(one.fine(), one.fine() * explained.path("daysLate").asLong() * 30 / 1000);
        if (surcharge < 1
                || surcharge != byHand
                || surcharge != owed.path("surchargeMinor").asLong()) {
            throw new IllegalStateException("Owed is %s, but explained %s".formatted(owed, explained));
        }
        one.take(
                play,
                play.officers.officer,
                "/payment",
                Map.of("amountMinor", owed.path("totalMinor").asLong(), "paidOn", day.toString()));
        one.expect(play, "closed");
    }

    private void demand(Proceeding one) {
        one.take(play, play.officers.officer, "/demand", Map.of());
        papers.served(one.participant().caseId(), papers.issue("demand", one.id()), LATE);
    }

    private void end(Proceeding one) {
        one.take(play, play.officers.officer, "/execution-end", Map.of("penalty", 2, "on", TERM_OVER.toString()));
        one.expect(play, "closed");
    }
}
