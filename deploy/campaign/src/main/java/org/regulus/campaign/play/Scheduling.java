package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;

/** When inspectors come: a solver proposes and an officer publishes; an inspector falls ill; operators confirm or ask for another slot. */
final class Scheduling {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 26);
    private static final LocalDate FROM = LocalDate.of(2019, 8, 1);
    private static final LocalDate MOVED_FROM = LocalDate.of(2019, 8, 5);
    private static final int DAYS = 30;
    private static final int MINUTES = 120;
    private static final int SECONDS_MIN = 2;
    private static final int INTERVIEWS_PER_SECOND = 15;
    private static final int ANOTHER_SLOT_ONE_IN = 8;
    private static final int TRIES = 20;
    private static final int SPREAD = 60;

    private final Play play;
    private final UUID campaignId;

    Scheduling(Play play, UUID campaignId) {
        this.play = play;
        this.campaignId = campaignId;
    }

    /** @return the visits with the interviews as they stand in the end */
    List<Visit> fix(List<Visit> visits) {
        play.moveTo(DAY, "09:30");
        publish(proposal(visits.size()));
        List<Visit> fixed = play.crowd.map(visits, this::fixed);
        play.acts.did(Act.PLANNED, fixed.size());
        play.progress.say("interviews proposed by the solver and published: %d", fixed.size());

        fallsIll(fixed.get(0));
        publish(proposal(visits.size()));
        List<Visit> planned = play.crowd.map(fixed, this::fixed);
        long moved = differing(fixed, planned);
        play.acts.did(Act.MOVED, moved);
        play.progress.say("an inspector falls ill; interviews moved: %d", moved);

        List<Visit> agreed = play.crowd.map(planned, this::agree);
        long granted = differing(planned, agreed);
        play.acts.did(Act.OTHER_SLOT, granted);
        play.progress.say("operators confirmed; other slots granted: %d", granted);
        return agreed;
    }

    /** @return the id of a proposal that is ready */
    private String proposal(int interviews) {
        Map<String, Object> wanted = Map.of(
                "campaignId", campaignId,
                "from", FROM.toString(),
                "days", DAYS,
                "minutes", MINUTES,
                "seconds", Math.max(SECONDS_MIN, interviews / INTERVIEWS_PER_SECOND));
        Api officer = play.inspection(play.officers.officer);
        UUID id = officer.post("/schedule-proposals", wanted).id();
        Patience.await(
                "the proposal of a schedule",
                Play.PATIENCE,
                () -> state(officer, id).equals("ready"),
                () -> "It is " + state(officer, id));
        return id.toString();
    }

    private static String state(Api officer, UUID proposal) {
        return officer.get("/schedule-proposals/" + proposal)
                .body()
                .path("state")
                .asText();
    }

    private void publish(String proposal) {
        Api officer = play.inspection(play.officers.officer);
        String path = "/schedule-proposals/" + proposal;
        officer.put(path + "/publication", officer.get(path).etag(), Map.of());
    }

    private void fallsIll(Visit visit) {
        Api officer = play.inspection(play.officers.officer);
        String inspector =
                officer.get(visit.path()).body().path("inspectorIds").path(0).asText();
        officer.post(
                "/inspectors/" + inspector + "/leaves",
                Map.of("startsAt", at(visit.day()), "endsAt", at(visit.day().plusDays(1))));
    }

    private static String at(LocalDate day) {
        return day.atStartOfDay(Play.ZONE).toInstant().toString();
    }

    private Visit fixed(Visit visit) {
        return visit.at(play.inspection(play.officers.officer)
                .get(visit.path() + "/interview")
                .body());
    }

    private static long differing(List<Visit> before, List<Visit> after) {
        return after.stream().filter(one -> !before.contains(one)).count();
    }

    private Visit agree(Visit visit) {
        Visit agreed = visit.isOneIn(ANOTHER_SLOT_ONE_IN, 1) ? another(visit) : visit;
        Api operator = play.inspection(visit.participant().system());
        String interview = visit.path() + "/interview";
        operator.put(interview + "/confirmation", operator.get(interview).etag(), Map.of());
        return agreed;
    }

    /** Officers decide at the same time; who comes second looks for another slot. */
    private Visit another(Visit visit) {
        Answer asked = play.inspection(visit.participant().system())
                .post(
                        visit.path() + "/requests/slot",
                        Map.of("reason", "系统割接（演示）", "preferred", List.of(slot(visit, 0))));
        String decision = visit.path() + "/requests/" + asked.id() + "/decision";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            JsonNode slot = slot(visit, attempt);
            Answer answer = play.inspection(play.officers.officer)
                    .tryPut(
                            decision,
                            asked.etag(),
                            Map.of(
                                    "granted",
                                    true,
                                    "answer",
                                    "同意调整",
                                    "startsAt",
                                    slot.path("startsAt"),
                                    "endsAt",
                                    slot.path("endsAt")));
            if (answer.ok()) {
                return visit.at(slot);
            }
            if (!answer.code().equals("interview.inspector-busy")) {
                throw new IllegalStateException(
                        "The slot of %s was refused: %s".formatted(visit.path(), answer.body()));
            }
        }
        throw new IllegalStateException("No slot could be had for " + visit.path());
    }

    /** One of the first free slots, not always the same one, so that few users collide. */
    private JsonNode slot(Visit visit, int attempt) {
        List<JsonNode> slots = new ArrayList<>();
        play.inspection(play.officers.officer)
                .get(visit.path() + "/free-slots?days=30&minutes=%d&from=%s".formatted(MINUTES, MOVED_FROM))
                .body()
                .forEach(slots::add);
        if (slots.isEmpty()) {
            throw new IllegalStateException("No free slot for " + visit.path());
        }
        return slots.get(Math.floorMod(visit.path().hashCode() + 7 * attempt, Math.min(SPREAD, slots.size())));
    }
}
