package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;

/** Who inspects is drawn, the inspection approved and the operator told; some operators ask that an inspector be recused, and the decision maker decides. */
final class Notices {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 25);
    private static final Duration REVEAL_WITHIN = Duration.ofDays(60);
    private static final int RECUSAL_ONE_IN = 8;

    private final Play play;

    Notices(Play play) {
        this.play = play;
    }

    void give(List<Visit> visits, String seed) {
        play.moveTo(DAY, "09:30");
        play.crowd.each(visits, visit -> drawInspectors(visit, seed));
        play.crowd.each(visits, this::give);
        List<Visit> recusals = Some.oneIn(RECUSAL_ONE_IN, 0, visits);
        play.crowd.each(recusals, this::recuse);
        play.acts.did(Act.RECUSED, recusals.size());
        play.progress.say("operators given notice: %d; inspectors recused: %d", visits.size(), recusals.size());
    }

    /** Inspections for cause have no inspectors yet: two are drawn by the shares of two bodies, named and hidden before. */
    private void drawInspectors(Visit visit, String seed) {
        Api officer = play.inspection(play.officers.officer);
        Answer inspection = officer.get(visit.path());
        if (!inspection.body().path("inspectorIds").isEmpty()) {
            return;
        }
        Shares shares = Shares.from(seed + "|" + visit.inspectionId());
        Instant revealBy =
                Instant.parse(inspection.body().path("openedAt").asText()).plus(REVEAL_WITHIN);
        officer.put(
                visit.path() + "/inspector-commitment",
                inspection.etag(),
                Map.of("seedSource", Shares.SOURCE, "seed", shares.hidden(revealBy)));
        officer.put(visit.path() + "/inspectors", officer.get(visit.path()).etag(), shares.revealed());
    }

    private void give(Visit visit) {
        Approvals.obtain(play, visit.path());
        Api officer = play.inspection(play.officers.officer);
        officer.put(visit.path() + "/notice", officer.get(visit.path()).etag(), Map.of());
    }

    /** The next ticket of the seed that drew the inspectors takes the place. */
    private void recuse(Visit visit) {
        Api operator = play.inspection(visit.participant().system());
        JsonNode notice = operator.get(visit.path() + "/notice").body();
        String inspector = notice.path("inspectors").path(0).path("id").asText();
        Answer asked = operator.post(
                visit.path() + "/requests/recusal",
                Map.of("inspectorId", inspector, "ground", "interest", "reason", "曾在我司任职（演示）"));
        play.inspection(play.officers.decider)
                .put(
                        visit.path() + "/requests/" + asked.id() + "/decision",
                        asked.etag(),
                        Map.of("granted", true, "answer", "同意回避"));
    }
}
