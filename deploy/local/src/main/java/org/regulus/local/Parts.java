package org.regulus.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real servers lie that {@code deploy/parts} brought. */
public final class Parts {

    private Parts() {}

    /** The project's root: the system property {@code regulus.root}, else the nearest folder above that holds {@code mvnw}. */
    public static Path root() {
        String told = System.getProperty("regulus.root");
        if (told != null) {
            return Path.of(told);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not inside the project: no folder above holds mvnw");
    }

    public static Path part(String name) {
        Path part = root().resolve("deploy/parts/target").resolve(name);
        if (!Files.exists(part)) {
            throw new IllegalStateException("%s is missing: run ./mvnw -pl deploy/parts package".formatted(part));
        }
        return part;
    }
}
