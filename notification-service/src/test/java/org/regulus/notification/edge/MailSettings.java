package org.regulus.notification.edge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where the service under test finds its mail server, and how patient it is there. Tests start and stop the server themselves. */
public class MailSettings implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "regulus.test.smtp";
    private static final String GATEWAY = "regulus.test.gateway";

    /** Where the service posts its SMS to. */
    public static int gatewayPort() {
        return Integer.getInteger(GATEWAY);
    }

    @Override
    public Map<String, String> start() {
        forgetFormerRuns();
        String port = String.valueOf(freePort());
        String gateway = String.valueOf(freePort());
        System.setProperty(PORT, port);
        System.setProperty(GATEWAY, gateway);
        return Map.ofEntries(
                Map.entry("regulus.mail.sending", "2s"),
                Map.entry("regulus.mail.answer", "2s"),
                Map.entry("regulus.mail.port", port),
                Map.entry("regulus.messages.every", "100ms"),
                Map.entry("regulus.messages.pause", "100ms"),
                Map.entry("regulus.messages.longest-pause", "1s"),
                Map.entry("regulus.messages.attempts-max", "20"),
                Map.entry("regulus.messages.sending", "2s"),
                Map.entry("regulus.messages.lease", "5s"),
                Map.entry("regulus.messages.contact", "6s"),
                Map.entry("regulus.gateways.sms.url", "http://127.0.0.1:" + gateway + "/letters"),
                Map.entry("regulus.gateways.sms.secret", "to-the-gateway"),
                Map.entry("regulus.gateways.sms.callback-secret", "from-the-gateway"),
                Map.entry("regulus.consumption.backoff", "20ms"));
    }

    /** A witness that has checkpoints of another database is right to say that this is not the ledger it knows. */
    private static void forgetFormerRuns() {
        File[] kept = new File("target/witness").listFiles();
        for (File checkpoint : kept == null ? new File[0] : kept) {
            checkpoint.delete();
        }
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
