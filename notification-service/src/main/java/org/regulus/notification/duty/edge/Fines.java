package org.regulus.notification.duty.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operator's own fine among the penalties of a decision, which are numbered in their order from 1 on. */
final class Fines {

    private Fines() {}

    /** Its number; null when a decision has none, or is none. */
    static Integer own(JsonNode decision) {
        int number = 0;
        for (JsonNode penalty : decision.path("penalties")) {
            number++;
            if (penalty.path("kind").asText().equals("fine")
                    && !penalty.path("onPerson").asBoolean()) {
                return number;
            }
        }
        return null;
    }

    /** The numbers of those of which nothing to pay is left, with commas between. A fine that became less is still to be paid, by the same day. */
    static String gone(JsonNode changed) {
        return StreamSupport.stream(changed.spliterator(), false)
                .filter(one -> !one.path("becomes").asText().equals("less"))
                .map(one -> one.path("penalty").asText())
                .collect(Collectors.joining(","));
    }
}
