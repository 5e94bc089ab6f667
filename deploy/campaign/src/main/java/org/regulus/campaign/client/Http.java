package org.regulus.campaign.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sends requests. A server that is not there (it was killed and is coming back) is asked again for a bounded time: every request here
 * may be repeated, because changes carry an ETag and creations an idempotency key.
 */
public final class Http {

    private static final Duration ONE_TRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    public ObjectMapper json() {
        return json;
    }

    public Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (boolean repeated = false; ; repeated = true) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!unavailable(response.statusCode()) || System.nanoTime() > end) {
                    return answer(response, repeated);
                }
            } catch (IOException away) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException(request.method() + " " + request.uri() + ": nobody answers", away);
                }
            } catch (InterruptedException asked) {
                throw interrupted(asked);
            }
            Patience.pause(BETWEEN_TRIES);
        }
    }

    private static boolean unavailable(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    private Answer answer(HttpResponse<String> response, boolean repeated) {
        return new Answer(
                response.statusCode(),
                read(response.body()),
                response.headers().firstValue("etag").orElse(null),
                response.headers().firstValue("location").orElse(null),
                repeated);
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.getNodeFactory().textNode(body);
        }
    }

    static IllegalStateException interrupted(InterruptedException asked) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", asked);
    }
}
