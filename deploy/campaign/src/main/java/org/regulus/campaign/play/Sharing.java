package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Api;

/** The ministry lets the administration of a province read the cases of operators there. */
final class Sharing {

    /** Its division by GB/T 2260. */
    static final String GUANGDONG = "44";

    private static final String ADMINISTRATION = "GDCA";

    private final Play play;
    private final UUID campaignId;

    Sharing(Play play, UUID campaignId) {
        this.play = play;
        this.campaignId = campaignId;
    }

    void share() {
        Api officer = play.filing(play.officers.officer);
        List<JsonNode> local = officer.all("/cases?campaign=%s&province=%s".formatted(campaignId, GUANGDONG));
        play.crowd.each(local, one -> {
            String path = "/cases/%s/jurisdiction".formatted(one.path("id").asText());
            officer.put(
                    path + "/sharing",
                    officer.get(path).etag(),
                    Map.of("authority", ADMINISTRATION, "reason", "属地协同监管（演示）"));
        });
        Api administration = play.filing(play.cast.of(ADMINISTRATION).officer);
        int read =
                administration.all("/cases?shared=true&campaign=" + campaignId).size();
        if (read != local.size()) {
            throw new IllegalStateException(
                    "%d cases were shared with %s, which reads %d".formatted(local.size(), ADMINISTRATION, read));
        }
        play.acts.did(Act.SHARED, read);
        play.progress.say("cases in Guangdong shared with %s: %d", ADMINISTRATION, read);
    }
}
