package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Session;

/** The operator is heard: in writing, or, where much is at stake, before a chair who had no part in it; then the panel gives its voices. */
final class Hearings {

    private static final LocalDate ANSWERED = LocalDate.of(2019, 10, 17);
    private static final LocalDate HELD = LocalDate.of(2019, 10, 28);
    private static final LocalDate DISCUSSED = LocalDate.of(2019, 10, 30);

    private final Play play;
    private final Papers papers;

    Hearings(Play play, Papers papers) {
        this.play = play;
        this.papers = papers;
    }

    void hear(List<Proceeding> all) {
        List<Proceeding> grave = Proceeding.of(Course.GRAVE, all);
        List<Proceeding> discussed =
                all.stream().filter(one -> one.course().isDiscussed()).toList();
        play.moveTo(ANSWERED, "10:00");
        play.crowd.each(all, this::answer);
        play.crowd.each(grave, this::call);
        play.moveTo(HELD, "16:00");
        play.crowd.each(
                grave,
                one -> one.take(
                        play,
                        play.officers.chair,
                        "/hearing-record",
                        Map.of("attended", true, "minutes", "当事人陈述申辩，双方质证（演示）")));
        play.moveTo(DISCUSSED, "16:00");
        play.crowd.each(discussed, this::discuss);
        play.acts.did(Act.HEARD, grave.size());
        play.acts.did(Act.DISCUSSED, discussed.size());
        play.progress.say(
                "notices served and answered; hearings held: %d; discussed by three: %d",
                grave.size(), discussed.size());
    }

    private void answer(Proceeding one) {
        Session operator = one.participant().system();
        if (one.course() == Course.GRAVE) {
            one.take(play, operator, "/hearing-request", Map.of());
            return;
        }
        switch (one.participant().fate().defence()) {
            case WAIVED -> one.take(play, operator, "/defence", Map.of("waived", true));
            case STATEMENT -> one.take(play, operator, "/defence", Map.of("statement", "已在整改，请求从轻（演示）"));
            case SILENT -> {
                // the time to answer passes
            }
        }
    }

    private void call(Proceeding one) {
        one.take(
                play,
                play.officers.officer,
                "/hearing",
                Map.of("chair", play.officers.chair.subject(), "heldOn", HELD.toString()));
        papers.served(one.participant().caseId(), papers.issue("hearing-notice", one.id()), ANSWERED);
    }

    private void discuss(Proceeding one) {
        for (Session voice : play.officers.panel) {
            one.take(play, voice, "/vote", Map.of("inFavour", true, "reason", "事实清楚（演示）"));
        }
    }
}
