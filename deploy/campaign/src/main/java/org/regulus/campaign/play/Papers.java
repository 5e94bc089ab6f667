package org.regulus.campaign.play;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;

/** Documents of the sanctions service: made from the case as it stands, and handed over to be served. */
final class Papers {

    private static final String CHINESE = "zh";

    private final Play play;

    Papers(Play play) {
        this.play = play;
    }

    /** @param kind order, notice, hearing-notice or decision */
    UUID issue(String kind, UUID subject) {
        Api officer = play.sanctions(play.officers.officer);
        Answer issued = officer.post("/documents", Map.of("kind", kind, "subject", subject, "language", CHINESE));
        String path = "/documents/" + issued.id();
        officer.put(path + "/dispatch", officer.get(path).etag(), Map.of("methods", List.of("in-person", "post")));
        return issued.id();
    }
}
