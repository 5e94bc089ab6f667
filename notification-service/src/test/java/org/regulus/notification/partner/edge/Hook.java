package org.regulus.notification.partner.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A partner's machine, which answers as a test wants it to. */
final class Hook implements AutoCloseable {

    record Got(String path, String id, String timestamp, String signature, String body) {}

    final List<Got> got = new CopyOnWriteArrayList<>();
    volatile int status = 204;
    volatile String location;
    volatile boolean hangs;
    volatile int takes = Integer.MAX_VALUE;
    private final HttpServer server;

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%d/hook".formatted(port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body));
        if (hangs) {
            pause();
        }
        if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(takes-- > 0 ? status : 503, -1);
        exchange.close();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(3);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> ids() {
        return got.stream().map(Got::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
