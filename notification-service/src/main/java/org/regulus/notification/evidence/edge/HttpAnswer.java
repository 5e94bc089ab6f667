package org.regulus.notification.evidence.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulus.notification.evidence.Digests;

/**
 * An answer over HTTP as evidence: its status, the headers that help to find it again with whoever answered, and its body up to a limit.
 * The body never decides: when it does not end in time, what came of it is kept.
 */
public final class HttpAnswer {

    /** Octets of a body that are kept. */
    public static final int BODY_MAX = 4_096;

    private static final int HEADER_MAX = 256;
    private static final long BODY_MILLIS = 1_000;
    private static final List<String> HEADERS = List.of(
            "date",
            "server",
            "content-type",
            "location",
            "x-request-id",
            "request-id",
            "x-correlation-id",
            "traceparent");

    private HttpAnswer() {}

    /** Ends the connection once the answer was read. Never fails. */
    public static Future<Map<String, String>> of(Vertx vertx, HttpClientResponse response) {
        Promise<Map<String, String>> read = Promise.promise();
        Buffer body = Buffer.buffer();
        long timer = vertx.setTimer(BODY_MILLIS, late -> read.tryComplete(facts(response, body, false)));
        response.exceptionHandler(broken -> read.tryComplete(facts(response, body, false)));
        response.endHandler(end -> read.tryComplete(facts(response, body, true)));
        response.handler(part -> {
            body.appendBuffer(part, 0, Math.min(part.length(), BODY_MAX - body.length()));
            if (body.length() == BODY_MAX) {
                read.tryComplete(facts(response, body, false));
            }
        });
        return read.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            response.request().connection().close();
        });
    }

    private static Map<String, String> facts(HttpClientResponse response, Buffer body, boolean whole) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("status", String.valueOf(response.statusCode()));
        for (String header : HEADERS) {
            String value = response.getHeader(header);
            if (value != null) {
                facts.put("header." + header, value.substring(0, Math.min(value.length(), HEADER_MAX)));
            }
        }
        byte[] kept = body.getBytes();
        facts.put("bodySha256", Digests.sha256(kept));
        facts.put("bodyWhole", String.valueOf(whole));
        facts.put("body", new String(kept, StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
        return facts;
    }
}
