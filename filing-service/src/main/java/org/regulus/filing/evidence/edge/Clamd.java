package org.regulus.filing.evidence.edge;

import jakarta.ws.rs.ServiceUnavailableException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.regulus.common.problem.Refusal;

/** Asks a clamd about a file, by its INSTREAM command. */
final class Clamd {

    private static final Logger LOG = Logger.getLogger(Clamd.class);
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int CHUNK = 64 * 1024;

    private final String host;
    private final int port;

    /** @param address host:port */
    Clamd(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("regulus.evidence.clamd is host:port, not " + address);
        }
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    /**
     * @throws Refusal INVALID {@code evidence.infected}
     * @throws ServiceUnavailableException when clamd gives no answer: an unchecked file is not taken
     */
    void check(Path file) {
        String answer = answer(file);
        if (answer.endsWith("FOUND")) {
            throw Refusal.invalid("evidence.infected", "The scanner found: " + answer.replace("stream: ", ""));
        }
        if (!answer.endsWith("OK")) {
            throw unchecked(new IOException("clamd says: " + answer));
        }
    }

    private String answer(Path file) {
        try {
            return ask(file);
        } catch (IOException silent) {
            throw unchecked(silent);
        }
    }

    private static ServiceUnavailableException unchecked(IOException why) {
        LOG.errorf(why, "a file was not taken, for the scanner does not do its work");
        return new ServiceUnavailableException("The virus scanner does not answer; send the file again later");
    }

    private String ask(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream bytes = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read > 0; read = bytes.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }
}
