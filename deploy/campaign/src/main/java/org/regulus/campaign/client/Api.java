package org.regulus.campaign.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.regulus.campaign.client.Stack.Service;

/** The REST interface of one service as one user sees it. */
public final class Api {

    private static final int PAGE = 200;
    private static final Duration IMPORTED_WITHIN = Duration.ofMinutes(5);

    private final Http http;
    private final Stack stack;
    private final Service service;
    private final Session user;

    public Api(Http http, Stack stack, Service service, Session user) {
        this.http = http;
        this.stack = stack;
        this.service = service;
        this.user = user;
    }

    public Answer get(String path) {
        return taken("GET " + path, http.send(request(path).GET()));
    }

    public List<String> lines(String path) {
        return http.lines(request(path).GET());
    }

    /** What the service tells as it goes. */
    public void follow(String path, Consumer<JsonNode> each) {
        http.follow(request(path).GET(), each);
    }

    /** @param lastEventId behind which to go on, or null */
    public void listen(String path, String lastEventId, Http.Ear ear) {
        HttpRequest.Builder request = request(path);
        http.listen(lastEventId == null ? request : request.header("last-event-id", lastEventId), ear);
    }

    public byte[] bytes(String path) {
        return http.bytes(request(path).GET());
    }

    /** Whatever is answered, also a refusal. */
    public Answer tryGet(String path) {
        return http.send(request(path).GET());
    }

    /** Creates; repeating it creates nothing more. */
    public Answer post(String path, Object body) {
        return taken("POST " + path, tryPost(path, body));
    }

    public Answer tryPost(String path, Object body) {
        return http.send(request(path)
                .header("idempotency-key", UUID.randomUUID().toString())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    /** Imports a register, and waits until every row of it is in. */
    public JsonNode importRegister(String csv) {
        String path = "/operators/imports";
        UUID id = taken(
                        "POST " + path,
                        http.send(request(path)
                                .header("idempotency-key", UUID.randomUUID().toString())
                                .header("content-type", "text/csv; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(csv))))
                .id();
        JsonNode[] latest = new JsonNode[1];
        Patience.await(
                "the import of the register",
                IMPORTED_WITHIN,
                () -> (latest[0] = get(path + "/" + id).body()).hasNonNull("finishedAt"),
                () -> latest[0].toString());
        if (!latest[0].path("state").asText().equals("completed")
                || latest[0].path("rejected").asInt() > 0) {
            throw new IllegalStateException("The register was not imported whole: " + latest[0]);
        }
        return latest[0];
    }

    /** Sends a file; again without harm. Without Expect: 100-continue, for Java 17's client waits for ever when it is refused (JDK-8286171). */
    public Answer postFile(String path, String type, HttpRequest.BodyPublisher file) {
        return taken(
                "POST " + path,
                http.send(request(path).header("content-type", type).POST(file)));
    }

    /** Changes a part of what had this ETag. */
    public Answer patch(String path, String etag, Object body) {
        return taken(
                "PATCH " + path,
                http.send(request(path)
                        .header("if-match", etag)
                        .header("content-type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(write(body)))));
    }

    /** Creates or replaces without a condition. */
    public Answer put(String path, Object body) {
        return taken("PUT " + path, http.send(put(request(path), body)));
    }

    /** Creates at a known address, unless it is there. */
    public Answer putNew(String path, Object body) {
        Answer answer = http.send(put(request(path).header("if-none-match", "*"), body));
        return answer.ok() || !answer.repeated() ? taken("PUT " + path, answer) : get(path);
    }

    /** Changes what had this ETag. */
    public Answer put(String path, String etag, Object body) {
        return taken("PUT " + path, tryPut(path, etag, body));
    }

    public Answer delete(String path) {
        return taken("DELETE " + path, http.send(request(path).DELETE()));
    }

    public Answer delete(String path, String etag) {
        return taken(
                "DELETE " + path,
                http.send(request(path).header("if-match", etag).DELETE()));
    }

    public Answer tryPut(String path, String etag, Object body) {
        return http.send(put(request(path).header("if-match", etag), body));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        return some(path, item -> true);
    }

    public List<JsonNode> some(String path, Predicate<JsonNode> wanted) {
        List<JsonNode> items = new ArrayList<>();
        String start = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        for (String page = start; page != null; ) {
            JsonNode body = get(page).body();
            body.path("items").forEach(item -> {
                if (wanted.test(item)) {
                    items.add(item);
                }
            });
            page = body.hasNonNull("next")
                    ? start + "&cursor=" + body.get("next").asText()
                    : null;
        }
        return items;
    }

    /** A repeated request may find its own effect; that refusal is the proof that it was taken the first time. */
    private static Answer taken(String request, Answer answer) {
        boolean hadBeenTaken = answer.repeated() && (answer.status() == 412 || answer.status() == 409);
        if (!answer.ok() && !hadBeenTaken) {
            throw new Refused(request, answer);
        }
        return answer;
    }

    private HttpRequest.Builder put(HttpRequest.Builder request, Object body) {
        return request.header("content-type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(write(body)));
    }

    private HttpRequest.Builder request(String path) {
        URI address = stack.at(service, path);
        return HttpRequest.newBuilder(address).header("authorization", "Bearer " + user.token());
    }

    private String write(Object body) {
        try {
            return http.json().writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
