package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Refused;
import org.regulus.campaign.draw.DrawCheck;
import org.regulus.campaign.draw.FrameLines;
import org.regulus.campaign.draw.InspectorReplacementCheck;
import org.regulus.campaign.draw.ReplacementCheck;

/** The double random draw: the frame is frozen first, then two bodies reveal their shares, and an outsider computes the same sample. */
final class RandomCheck {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 24);
    private static final int SAMPLE_PERCENT = 10;

    /** One for each class of licence there may be. */
    private static final int SAMPLE_MIN = 13;

    private final Play play;
    private final UUID campaignId;

    /** The draw record, and the line of the case that was replaced. */
    private final List<String> history = new ArrayList<>();

    private String draw;

    RandomCheck(Play play, UUID campaignId) {
        this.play = play;
        this.campaignId = campaignId;
    }

    /** @param forCause how many inspections the late, the silent and the risky have earned */
    void draw(String seed, int accepted, int forCause) {
        Api officer = play.inspection(play.officers.officer);
        Patience.await(
                "the inspections for cause and the accepted filings in the inspection service",
                Play.PATIENCE,
                () -> frame(officer) == accepted && inspections(officer).size() >= forCause,
                () -> "There are %d of %d inspections and %d of %d filings"
                        .formatted(inspections(officer).size(), forCause, frame(officer), accepted));
        play.moveTo(DAY, "10:00");
        Api manager = play.inspection(play.officers.manager);
        Shares shares = Shares.from(seed + "|" + campaignId);
        int size = Math.min(accepted, Math.max(SAMPLE_MIN, accepted * SAMPLE_PERCENT / 100));
        Answer committed = manager.post("/draws", commitment(size, shares));
        String path = "/draws/" + committed.id();
        play.progress.say(
                "draw committed: %s cases, digest %.12s…",
                committed.body().path("frameSize").asText(),
                committed.body().path("frameDigest").asText());
        play.moveTo(DAY, "10:30");
        manager.put(path + "/seed", manager.get(path).etag(), shares.revealed());
        String record = manager.get(path + "/record").body().toString();
        draw = path;
        history.add(record);
        FrameLines frame = FrameLines.of(manager.lines(path + "/frame"));
        none(DrawCheck.faults(record, frame));
        play.progress.say("shares revealed; %d cases drawn; the record was computed again: the same", size);
        replaceOne(manager, path, record, frame);
    }

    /** In percent of a class, typical of the published plans (domain.md, section 2); who has no class counts as B. */
    private static final Map<String, Integer> CREDIT_RATIOS = Map.of("A", 1, "B", 4, "C", 15, "D", 75, "none", 4);

    /** Strata by licence, so that each kind of business is seen; the lower the credit class, the likelier. */
    private Map<String, Object> commitment(int size, Shares shares) {
        Instant revealBy = DAY.atTime(12, 0).atZone(Play.ZONE).toInstant();
        return Map.of(
                "campaignId",
                campaignId,
                "sampleSize",
                size,
                "seedSource",
                Shares.SOURCE,
                "frame",
                Map.of("strataBy", List.of("licence-class"), "weightBy", "credit-class", "creditRatios", CREDIT_RATIOS),
                "seed",
                shares.hidden(revealBy));
    }

    /** One operator cannot be visited: the next ticket of its stratum takes the place, if there is one left. */
    private void replaceOne(Api manager, String draw, String record, FrameLines frame) {
        for (JsonNode drawn : inspections(manager)) {
            if (!drawn.path("cause").asText().equals("drawn")) {
                continue;
            }
            Answer replaced = manager.tryPost(
                    draw + "/replacements",
                    Map.of(
                            "caseId", drawn.path("caseId").asText(),
                            "reason", "other",
                            "explanation", "停业，无法检查（演示）"));
            if (replaced.ok()) {
                String line = manager.get(draw + "/replacements").body().toString();
                none(ReplacementCheck.faults(List.of(record), line, frame));
                history.add(line);
                play.acts.did(Act.REPLACED, 1);
                play.progress.say("a drawn case replaced by the next ticket; computed again: the same");
                return;
            }
            if (!replaced.code().equals("draw.no-ticket-left")) {
                throw new Refused("The replacement", replaced);
            }
        }
    }

    /** Who took the place of a recused inspector is the next ticket of those the draw committed to. */
    void substitutes() {
        List<String> made = new ArrayList<>();
        play.inspection(play.officers.manager)
                .lines(draw + "/inspector-replacements")
                .forEach(line -> {
                    none(InspectorReplacementCheck.faults(history, made, line));
                    made.add(line);
                });
        play.progress.say("inspectors of the draw replaced: %d; computed again: the same", made.size());
    }

    /** With our own sampler, from what the record says and nothing else. */
    private static void none(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The draw is not what its record says: " + faults);
        }
    }

    /** Those that stand. */
    List<JsonNode> inspections(Api officer) {
        return officer.some(
                "/inspections?campaign=" + campaignId,
                one -> !one.path("state").asText().equals("replaced"));
    }

    /** How many cases that service would draw from. */
    private long frame(Api officer) {
        return officer.some(
                        "/cases?campaign=" + campaignId,
                        known -> known.path("filing").asText().equals("accepted")
                                && !known.path("inspected").asBoolean())
                .size();
    }
}
