package org.regulus.campaign.play;

import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Session;

/**
 * A penalty proceeding and the operator it is against.
 *
 * @param number its place in the order of the play, so that every so many do something particular
 * @param fine what is proposed, in minor units
 * @param grave so heavy that the operator may ask for a hearing and that the decision is discussed
 */
record Proceeding(int number, UUID id, Participant participant, long fine, boolean grave) {

    String path() {
        return "/proceedings/" + id;
    }

    boolean isOneIn(int many, int which) {
        return number % many == which;
    }

    boolean isDecided(Fate.Decision how) {
        return participant.fate().decision() == how;
    }

    void take(Play play, Session who, String step, Map<String, Object> body) {
        Api api = play.sanctions(who);
        api.put(path() + step, api.get(path()).etag(), body);
    }
}
