package org.regulus.campaign.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Where a partner's system and a postal service are reached as long as a play lasts: takes whatever is posted, and says so. */
public final class Doorstep implements AutoCloseable {

    private static final int TAKEN = 204;
    private static final int THREADS = 4;

    /** @param headers by their names in small letters */
    public record Parcel(String path, Map<String, String> headers, String body) {}

    private final List<Parcel> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public Doorstep(Stack stack) {
        InetSocketAddress address = new InetSocketAddress(Stack.HOST, stack.doorstep());
        try {
            server = HttpServer.create(address, 0);
        } catch (BindException inUse) {
            throw new IllegalStateException(
                    "Port %d, where partner and post are reached, is taken: does another play run on this stack?"
                            .formatted(stack.doorstep()),
                    inUse);
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
        server.setExecutor(Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "doorstep");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            taken.add(new Parcel(exchange.getRequestURI().getPath(), headers, body));
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    /** What came to that path, in order. */
    public List<Parcel> at(String path) {
        return taken.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
