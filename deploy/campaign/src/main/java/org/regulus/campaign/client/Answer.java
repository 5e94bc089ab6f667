package org.regulus.campaign.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * What a server answered.
 *
 * @param etag null when there is none
 * @param location null when there is none
 * @param repeated whether the request had to be sent more than once, so that its effect may have been there before
 */
public record Answer(int status, JsonNode body, String etag, String location, boolean repeated) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a refusal. */
    public String code() {
        return body.path("code").asText();
    }

    /** The id of what was created: in the body, else at the end of the Location. */
    public UUID id() {
        if (body.hasNonNull("id")) {
            return UUID.fromString(body.get("id").asText());
        }
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
