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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sends requests. A server that is not there (it was killed and is coming back) is asked again for a bounded time: every request here
 * may be repeated, because changes carry an ETag and creations an idempotency key.
 */
public final class Http {

    private static final Duration ONE_TRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DATA = "data:";
    private static final String ID = "id:";
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final Duration patience;
    private final LongAdder turnedAway = new LongAdder();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    public Http() {
        this(PATIENCE);
    }

    /** @param patience how long a server that is away or busy is asked again */
    public Http(Duration patience) {
        this.patience = patience;
    }

    /** How often a server said that it was too busy and when to come again. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    public ObjectMapper json() {
        return json;
    }

    public Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        long end = System.nanoTime() + patience.toNanos();
        for (boolean repeated = false; ; repeated = true) {
            Duration pause = BETWEEN_TRIES;
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!unavailable(response.statusCode()) || System.nanoTime() > end) {
                    return answer(response, repeated);
                }
                pause = askedToWait(response).orElse(BETWEEN_TRIES);
            } catch (IOException away) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException(request.method() + " " + request.uri() + ": nobody answers", away);
                }
            } catch (InterruptedException asked) {
                throw interrupted(asked);
            }
            Patience.pause(pause);
        }
    }

    /** What a server tells as it goes (server-sent events), one after the other. Not asked again: what was told is told. */
    public void follow(HttpRequest.Builder builder, Consumer<JsonNode> each) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request.uri() + ": status " + response.statusCode());
                }
                lines.filter(line -> line.startsWith(DATA))
                        .map(line -> read(line.substring(DATA.length())))
                        .forEach(each);
            }
        } catch (IOException away) {
            throw new UncheckedIOException(request.uri() + ": nobody answers", away);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    /** Who hears server-sent events. */
    public interface Ear {

        /** The server has answered: what happens from now on is heard. */
        void open();

        /** @return whether to go on */
        boolean hear(String id, JsonNode data);
    }

    /** Until the ear has heard enough, or the server ends. */
    public void listen(HttpRequest.Builder builder, Ear ear) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request.uri() + ": status " + response.statusCode());
                }
                ear.open();
                hear(lines.iterator(), ear);
            }
        } catch (IOException away) {
            throw new UncheckedIOException(request.uri() + ": nobody answers", away);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    private void hear(Iterator<String> lines, Ear ear) {
        String id = null;
        JsonNode data = null;
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            } else if (line.startsWith(DATA)) {
                data = read(line.substring(DATA.length()));
            } else if (line.isEmpty() && data != null) {
                if (!ear.hear(id, data)) {
                    return;
                }
                data = null;
            }
        }
    }

    /** A file. */
    public byte[] bytes(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": status " + response.statusCode());
            }
            return response.body();
        } catch (IOException away) {
            throw new UncheckedIOException(request.uri() + ": nobody answers", away);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    /** A text, line by line. */
    public List<String> lines(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ONE_TRY).build();
        try {
            HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request.uri() + ": status " + response.statusCode());
                }
                return lines.toList();
            }
        } catch (IOException away) {
            throw new UncheckedIOException(request.uri() + ": nobody answers", away);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    /** As long as the server says, give or take a half, so that not all come back at once. */
    private Optional<Duration> askedToWait(HttpResponse<String> response) {
        return response.headers().firstValue("retry-after").map(seconds -> {
            turnedAway.increment();
            return Duration.ofMillis(Math.round(
                    Long.parseLong(seconds) * ThreadLocalRandom.current().nextDouble(500, 1500)));
        });
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
