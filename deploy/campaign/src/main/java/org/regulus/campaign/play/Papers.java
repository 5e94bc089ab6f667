package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.draw.Digests;

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

    /** The notification-service is told that the document was handed over on that day; the sanctions-service hears it by an event. */
    void served(UUID caseId, UUID document, LocalDate on) {
        attempt(awaiting(caseId, document), document, "served", "in-person", on);
        awaitServed(document);
    }

    /** The letter comes back, so the document is posted up; it counts as served when the days of the notice are over. */
    void postedUp(UUID caseId, UUID document, LocalDate on) {
        String path = awaiting(caseId, document);
        attempt(path, document, "undeliverable", "post", on);
        Map<String, Object> notice = Map.of("on", on.toString(), "evidence", Digests.sha256("notice|" + document));
        Api officer = play.notification(play.officers.officer);
        officer.put(path + "/public-notice", officer.get(path).etag(), notice);
    }

    /** @return where the service of the document is recorded */
    private String awaiting(UUID caseId, UUID document) {
        Api officer = play.notification(play.officers.officer);
        UUID[] service = new UUID[1];
        Patience.await(
                "document %s to be awaiting service".formatted(document),
                Play.PATIENCE,
                () -> (service[0] = service(officer, caseId, document)) != null,
                () -> "It is not known there");
        return "/services/" + service[0];
    }

    private void attempt(String path, UUID document, String outcome, String method, LocalDate on) {
        Api officer = play.notification(play.officers.officer);
        officer.put(
                path + "/attempt",
                officer.get(path).etag(),
                Map.of(
                        "outcome",
                        outcome,
                        "method",
                        method,
                        "on",
                        on.toString(),
                        "evidence",
                        Digests.sha256("receipt|" + document)));
    }

    void awaitServed(UUID document) {
        Patience.await(
                "document %s to be served".formatted(document),
                Play.PATIENCE,
                () -> state(document).equals("served"),
                () -> "It is " + state(document));
    }

    private String state(UUID document) {
        return play.sanctions(play.officers.officer)
                .get("/documents/" + document)
                .body()
                .path("state")
                .asText();
    }

    private static UUID service(Api officer, UUID caseId, UUID document) {
        Answer known = officer.tryGet("/cases/" + caseId + "/services");
        for (JsonNode one : known.body().path("items")) {
            if (one.path("documentId").asText().equals(document.toString())) {
                return UUID.fromString(one.path("id").asText());
            }
        }
        return null;
    }
}
