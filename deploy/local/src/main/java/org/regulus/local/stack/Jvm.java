package org.regulus.local.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * How the stack's Java processes are started: small, and soon ready on few cores. The costly compiler waits until code is really hot,
 * which halves the processor time of a start; classes that this machine built or fetched by checksum are not verified once more.
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
                "-XX:Tier4InvocationThreshold=30000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=60000",
                "-XX:Tier4BackEdgeThreshold=200000",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote");
    }
}
