package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;

/** How officers keep their work together: cases in one's hands, a search that one comes back to, a workbook of the whole campaign. */
final class Desk {

    private static final int MINE_ONE_IN = 5;

    private final Play play;
    private final UUID campaignId;

    Desk(Play play, UUID campaignId) {
        this.play = play;
        this.campaignId = campaignId;
    }

    /** One officer takes cases, and gives one of them to a colleague. */
    void assign(List<Participant> participants) {
        Api officer = play.filing(play.officers.officer);
        officer.put("/officers/me", Map.of("name", "承办人甲（演示）"));
        play.filing(play.officers.chair).put("/officers/me", Map.of("name", "承办人乙（演示）"));
        List<Participant> taken = Some.oneIn(MINE_ONE_IN, 0, participants);
        play.crowd.each(taken, one -> give(one, "me"));
        give(taken.get(0), play.officers.chair.subject());

        Api desk = play.notification(play.officers.officer);
        Map<String, Object> filter = Map.of("campaign", campaignId, "assignedTo", "me");
        Answer kept = desk.post("/saved-searches", Map.of("name", "我的案件（演示）", "filter", filter));
        String search = "/saved-searches/" + kept.id();
        JsonNode saved = desk.get(search).body().path("filter");
        String cases = "/cases?campaign=%s&assignedTo=%s"
                .formatted(
                        saved.path("campaign").asText(),
                        saved.path("assignedTo").asText());
        Patience.await(
                "the cases in the officer's hands",
                Play.PATIENCE,
                () -> desk.all(cases).size() == taken.size() - 1,
                () -> "The saved search finds %d of %d"
                        .formatted(desk.all(cases).size(), taken.size() - 1));
        awaitToldOf(taken.get(0));
        desk.delete(search, kept.etag());
        play.acts.did(Act.ASSIGNED, taken.size());
        play.acts.did(Act.SAVED_SEARCH, 1);
        play.progress.say(
                "cases in an officer's hands: %d, one given to a colleague; found by a saved search", taken.size());
    }

    private void give(Participant one, String account) {
        Api officer = play.filing(play.officers.officer);
        String path = "/cases/" + one.caseId() + "/assignment";
        officer.put(path, officer.get(path).etag(), Map.of("officer", account));
    }

    private void awaitToldOf(Participant given) {
        Api colleague = play.notification(play.officers.chair);
        Patience.await(
                "the colleague to be told of case " + given.number(),
                Play.PATIENCE,
                () -> !colleague
                        .some(
                                "/inbox?unread=true",
                                one -> one.path("template").asText().equals("case-assigned")
                                        && one.path("caseId")
                                                .asText()
                                                .equals(given.caseId().toString()))
                        .isEmpty(),
                () -> "It is not in the inbox");
    }

    /** In the background, until it is there; then opened as a spreadsheet program does. */
    void export(int cases) {
        Api officer = play.notification(play.officers.officer);
        UUID id = officer.post("/case-exports", Map.of("campaign", campaignId)).id();
        JsonNode[] seen = new JsonNode[1];
        Patience.await(
                "the workbook",
                Play.PATIENCE,
                () -> (seen[0] = officer.get("/case-exports/" + id).body())
                        .path("state")
                        .asText()
                        .equals("finished"),
                () -> String.valueOf(seen[0]));
        int rows = rows(officer.bytes("/case-exports/" + id + "/workbook"));
        if (rows != cases + 1) {
            throw new IllegalStateException("The workbook has %d rows for %d cases".formatted(rows, cases));
        }
        play.acts.did(Act.EXPORTED, cases);
        play.progress.say("a workbook of %d cases was made", cases);
    }

    private static int rows(byte[] workbook) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return Math.toIntExact(rows.count());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
