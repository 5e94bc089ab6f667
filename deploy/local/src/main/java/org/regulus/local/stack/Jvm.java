package org.regulus.local.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * How the stack's Java processes are started: small, and soon ready on few cores. The quick compiler alone costs a
 * third less processor time at a start, and less over a whole demonstration; classes that this machine built or fetched by checksum are not verified once more.
 */
final class Jvm {

    private Jvm() {}

    static List<String> java(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote");
    }
}
