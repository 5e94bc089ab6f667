package org.regulus.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.regulus.common.testing.Golden;

/** The published event types, as they lie in common: in its jar, or in its folder. */
public final class Contracts {

    private static final String ENDING = ".sample.json";
    private static final String DIRECTORY = "regulus.filing.operator-registered.v1";

    private Contracts() {}

    public static List<String> types() {
        try {
            URL one = Golden.class.getResource("/contracts/" + DIRECTORY + ENDING);
            URI uri = one.toURI();
            if (!uri.getScheme().equals("jar")) {
                return types(Path.of(uri).getParent());
            }
            try (FileSystem jar =
                    FileSystems.newFileSystem(URI.create(uri.toString().replaceAll("!.*", "")), Map.of())) {
                return types(jar.getPath("/contracts"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is about a case, rather than a campaign, a draw or the directory. */
    public static boolean isOfCase(String type) {
        return Golden.sampleTree(type).hasNonNull("caseId");
    }

    private static List<String> types(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
