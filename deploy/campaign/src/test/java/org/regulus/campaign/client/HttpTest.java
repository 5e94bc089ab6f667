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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path)));
    }
}
