package org.regulus.filing.evidence.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ServiceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.common.problem.Refusal;

/** Against a server that reads INSTREAM as clamd(8) describes it: chunks with their length before them, a zero at the end. */
class ClamdTest {

    private static final byte[] CONTENT =
            "a proof, longer than one chunk. ".repeat(5_000).getBytes();

    @TempDir
    Path directory;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private CompletableFuture<byte[]> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket asker = server.accept()) {
                DataInputStream in = new DataInputStream(asker.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream scanned = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    scanned.write(in.readNBytes(length));
                }
                asker.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return scanned.toByteArray();
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        });
    }

    private void check() throws IOException {
        Path file = Files.write(directory.resolve("proof"), CONTENT);
        new Clamd("127.0.0.1:" + server.getLocalPort()).check(file);
    }

    @Test
    void a_clean_file_passes_and_the_scanner_saw_all_of_it() {
        CompletableFuture<byte[]> scanned = answering("stream: OK");
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(scanned.join()).isEqualTo(CONTENT);
    }

    @Test
    void an_infected_file_is_refused_with_what_was_found() {
        answering("stream: Eicar-Signature FOUND");
        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("evidence.infected"))
                .hasMessageContaining("Eicar-Signature");
    }

    @Test
    void a_file_that_the_scanner_does_not_judge_is_not_taken() throws IOException {
        answering("INSTREAM size limit exceeded. ERROR");
        assertThatThrownBy(this::check).isInstanceOf(ServiceUnavailableException.class);
        server.close();
        assertThatThrownBy(this::check).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void an_address_without_a_port_is_told_at_the_start() {
        assertThatThrownBy(() -> new Clamd("clamd")).hasMessageContaining("host:port");
    }
}
