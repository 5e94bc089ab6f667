package org.regulus.notification.edge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where the service under test finds its mail server, and how patient it is there. Tests start and stop the server themselves. */
public class MailSettings implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "regulus.test.smtp";

    @Override
    public Map<String, String> start() {
        String port = String.valueOf(freePort());
        System.setProperty(PORT, port);
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", port,
                "regulus.messages.every", "100ms",
                "regulus.messages.pause", "100ms",
                "regulus.messages.longest-pause", "500ms",
                "regulus.messages.attempts-max", "20",
                "regulus.messages.sending", "2s",
                "regulus.messages.lease", "4s",
                "regulus.messages.contact", "6s",
                "regulus.consumption.backoff", "20ms");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void stop() {}
}
