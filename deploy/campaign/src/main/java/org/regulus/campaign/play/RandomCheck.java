package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.draw.DrawCheck;

/** The double random draw: the frame is frozen first, then the dice are thrown, and an outsider computes the same sample. */
final class RandomCheck {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 24);
    private static final int SAMPLE_PERCENT = 10;
    private static final int SAMPLE_MIN = 8;
    private static final int DICE = 24;

    private final Play play;
    private final UUID campaignId;

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
        int size = Math.min(accepted, Math.max(SAMPLE_MIN, accepted * SAMPLE_PERCENT / 100));
        Answer committed = manager.post(
                "/draws",
                Map.of(
                        "campaignId", campaignId,
                        "sampleSize", size,
                        "seedSource", "24 dice thrown in public at 10:30 on " + DAY));
        String path = "/draws/" + committed.id();
        play.progress.say(
                "draw committed: %s cases, digest %.12s…",
                committed.body().path("frameSize").asText(),
                committed.body().path("frameDigest").asText());
        play.moveTo(DAY, "10:30");
        String dice = dice(seed + "|" + campaignId);
        manager.put(path + "/seed", manager.get(path).etag(), Map.of("seed", dice));
        verify(manager.get(path + "/record").body());
        play.progress.say("dice %s; %d cases drawn; the record was computed again: the same", dice, size);
    }

    /** With our own sampler, from what the record says and nothing else. */
    private static void verify(JsonNode record) {
        List<String> faults = DrawCheck.faults(record.toString());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The draw is not what its record says: " + faults);
        }
    }

    List<JsonNode> inspections(Api officer) {
        return officer.all("/inspections?campaign=" + campaignId);
    }

    /** How many cases that service would draw from. */
    private long frame(Api officer) {
        return officer.some(
                        "/cases?campaign=" + campaignId,
                        known -> known.path("filing").asText().equals("accepted")
                                && !known.path("inspected").asBoolean())
                .size();
    }

    /** Digits as dice would give them; in a demonstration they come from its seed, so that it can be repeated. */
    static String dice(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder digits = new StringBuilder();
            BigInteger number = new BigInteger(1, digest);
            BigInteger six = BigInteger.valueOf(6);
            for (int i = 0; i < DICE; i++) {
                digits.append(number.mod(six).intValue() + 1);
                number = number.divide(six);
            }
            return digits.toString();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
