package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Session;

/**
 * A penalty proceeding and the order that was not followed.
 *
 * @param fine what is proposed, in minor units
 */
record Proceeding(UUID id, Order order, long fine) {

    Participant participant() {
        return order.participant();
    }

    Course course() {
        return participant().fate().course();
    }

    static List<Proceeding> of(Course course, List<Proceeding> all) {
        return all.stream().filter(one -> one.course() == course).toList();
    }

    String path() {
        return "/proceedings/" + id;
    }

    Answer take(Play play, Session who, String step, Map<String, Object> body) {
        Api api = play.sanctions(who);
        return api.put(path() + step, api.get(path()).etag(), body);
    }

    JsonNode seen(Play play) {
        return play.sanctions(play.officers.officer).get(path()).body();
    }

    /** @throws IllegalStateException when it is not where the play wants it */
    void expect(Play play, String state) {
        JsonNode seen = seen(play);
        if (!seen.path("state").asText().equals(state)) {
            throw new IllegalStateException("The proceeding should be %s: %s".formatted(state, seen));
        }
    }
}
