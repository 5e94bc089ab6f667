package org.regulus.filing.edge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks clamd's INSTREAM, and finds only what says that it is {@link #INFECTED}. All uploads of the tests pass it. */
public class FakeClamd implements QuarkusTestResourceLifecycleManager {

    static final String INFECTED = "X5O-SYNTHETIC-TEST-VIRUS";

    private ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        Thread answers = new Thread(this::answer, "fake-clamd");
        answers.setDaemon(true);
        answers.start();
        return Map.of("regulus.evidence.clamd", "127.0.0.1:" + server.getLocalPort());
    }

    private void answer() {
        while (!server.isClosed()) {
            try (Socket asker = server.accept()) {
                DataInputStream in = new DataInputStream(asker.getInputStream());
                in.readNBytes("zINSTREAM\0".length());
                boolean found = false;
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    found |= new String(in.readNBytes(length), StandardCharsets.ISO_8859_1).contains(INFECTED);
                }
                String answer = found ? "stream: Synthetic-Test FOUND\0" : "stream: OK\0";
                asker.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // the asker left, or the test is over
            }
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return; // it is stopped without a start when another resource failed
        }
        try {
            server.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
