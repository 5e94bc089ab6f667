package org.regulus.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/told", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(": alive\n\ndata:{\"entries\":10}\n\ndata: {\"entries\":20}\n\n"
                            .getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/stream", exchange -> {
            String from = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(
                            (":listening\n\nid:%s\nevent:x\ndata:{\"n\":1}\n\nid:8\ndata:{\"n\":2}\n\nid:9\ndata:{\"n\":3}\n\n")
                                    .formatted(from)
                                    .getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_a_server_tells_as_it_goes_is_read_event_by_event() {
        List<JsonNode> told = new ArrayList<>();
        new Http().follow(request("/told"), told::add);
        assertThat(told).extracting(step -> step.path("entries").asInt()).containsExactly(10, 20);
    }

    @Test
    void a_stream_that_is_refused_is_not_read_as_an_empty_one() {
        assertThatThrownBy(() -> new Http().follow(request("/other"), step -> {}))
                .hasMessageContaining("status 404");
    }

    @Test
    void who_listens_hears_ids_and_hangs_up_when_it_has_heard_enough() {
        List<String> heard = new ArrayList<>();
        Http.Ear ear = new Http.Ear() {
            @Override
            public void open() {
                heard.add("open");
            }

            @Override
            public boolean hear(String id, JsonNode data) {
                heard.add(id + ":" + data.path("n").asInt());
                return heard.size() < 3;
            }
        };

        new Http().listen(request("/stream").header("Last-Event-ID", "7"), ear);

        assertThat(heard).containsExactly("open", "7:1", "8:2");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path)));
    }
}
