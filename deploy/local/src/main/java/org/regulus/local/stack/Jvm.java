package org.regulus.local.stack;

import java.nio.file.Path;
import java.util.List;

/** How the stack's Java processes are started: small, on few cores. */
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
                "-XX:ReservedCodeCacheSize=96m");
    }
}
