package org.regulus.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What a client sees of a failure: RFC 9457 problem details with a stable {@code code} and all flaws at once. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String code, String detail, String instance, List<Refusal.Flaw> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail, List<Refusal.Flaw> errors) {
        return new Problem("urn:regulus:problem:" + code, title(status), status, code, detail, null, errors);
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    /** Names this one occurrence, so that a user's report leads to the log line. */
    Problem at(String occurrence) {
        return new Problem(type, title, status, code, detail, occurrence, errors);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
