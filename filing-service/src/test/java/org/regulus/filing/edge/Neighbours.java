package org.regulus.filing.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.TestTopics;

/** The other services, as far as this one hears of them: their golden samples of a later minor version, about a case of the test. */
final class Neighbours {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Neighbours() {}

    /** @return the event's id */
    static UUID tell(String service, String name, UUID caseId, Map<String, ?> about) {
        return tell(UUID.randomUUID(), service, name, caseId, about);
    }

    static UUID tell(UUID eventId, String service, String name, UUID caseId, Map<String, ?> about) {
        String type = type(service, name);
        ObjectNode data = (ObjectNode) Golden.sampleTree(type);
        data.put("caseId", caseId.toString());
        data.putObject("inventedLater").put("deeper", 1);
        data.setAll((ObjectNode) JSON.valueToTree(about));
        return TestTopics.send(
                eventId,
                "regulus.%s.events".formatted(service),
                type,
                caseId,
                data.path("authority").asText("MIIT"),
                new AggregateVersion("test", UUID.randomUUID(), 1),
                data);
    }

    /** An event of a type that this service does not know, and one of a later major version that it cannot read. */
    static void tellUnknown(String service, String name, UUID caseId) {
        for (String type :
                List.of(type(service, "coffee-served"), type(service, name).replace(".v1", ".v2"))) {
            TestTopics.send(
                    UUID.randomUUID(),
                    "regulus.%s.events".formatted(service),
                    type,
                    caseId,
                    "MIIT",
                    new AggregateVersion("test", UUID.randomUUID(), 1),
                    Map.of("caseId", List.of("of another shape")));
        }
    }

    private static String type(String service, String name) {
        return "regulus.%s.%s.v1".formatted(service, name);
    }
}
