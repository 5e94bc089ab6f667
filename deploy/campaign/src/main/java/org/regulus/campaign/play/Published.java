package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;

/** One public: the results appear by themselves on the day the rule names; a wrong one is corrected in a new edition. */
final class Published {

    /** The 20th working day after the last visits of August and September is long past. */
    private static final LocalDate DAY = LocalDate.of(2019, 11, 21);

    private final Play play;

    Published(Play play) {
        this.play = play;
    }

    void await(List<Visit> visits) {
        play.moveTo(DAY, "10:00");
        Api anybody = play.inspection(play.officers.officer);
        Set<String> numbers =
                visits.stream().map(one -> one.participant().number()).collect(Collectors.toSet());
        Patience.await(
                "the publication of %d results".formatted(numbers.size()),
                Play.PATIENCE,
                () -> of(anybody, numbers) == numbers.size(),
                () -> of(anybody, numbers) + " are published");
        correct(visits.get(0));
        play.acts.did(Act.RESULT_PUBLISHED, numbers.size());
        play.acts.did(Act.RESULT_CORRECTED, 1);
        play.progress.say("results published by themselves: %d, one of them corrected", numbers.size());
    }

    private static long of(Api anybody, Set<String> numbers) {
        return anybody.some(
                        "/published-inspections",
                        one -> numbers.contains(one.path("caseNumber").asText()))
                .size();
    }

    private void correct(Visit visit) {
        Api decider = play.inspection(play.officers.decider);
        String path = visit.path() + "/publication";
        JsonNode published = decider.get(path).body();
        decider.put(
                path + "/correction",
                decider.get(path).etag(),
                Map.of(
                        "outcome", published.path("outcome"),
                        "items", published.path("items"),
                        "reason", "条款序号更正（演示）"));
    }
}
