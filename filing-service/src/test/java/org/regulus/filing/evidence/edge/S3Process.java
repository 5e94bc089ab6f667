package org.regulus.filing.evidence.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real S3 server (Adobe's S3Mock) as a process of its own: its libraries are not ours. Gone when closed. */
final class S3Process implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");

    private final Process process;
    private final URI address;

    private S3Process(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static S3Process start(Path directory, String bucket) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "target/s3/s3.jar",
                        "--server.port=0",
                        "--http.port=0",
                        "--com.adobe.testing.s3mock.store.root=" + directory,
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + bucket)
                .redirectErrorStream(true)
                .start();
        BufferedReader says = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            said.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread drain = new Thread(() -> says.lines().forEach(more -> {}));
                drain.setDaemon(true);
                drain.start();
                return new S3Process(process, URI.create("http://127.0.0.1:" + port.group(1)));
            }
        }
        throw new IOException("The S3 server did not start:\n" + said);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
