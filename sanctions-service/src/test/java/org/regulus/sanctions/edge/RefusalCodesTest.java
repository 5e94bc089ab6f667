package org.regulus.sanctions.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a refusal can carry is named by a test that meets it as a caller does. */
class RefusalCodesTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:order|proceeding|document|case|inspection)\\.[a-z-]+)\"");
    /** Where the code's first word is put before it in one place. */
    private static final Pattern FLAW =
            Pattern.compile("flawIf\\((?:[^;]*?),\\s*\"([a-z]+(?:-[a-z]+)+)\",[^;]*;", Pattern.DOTALL);

    private static final String OF_PROCEEDINGS = "\"proceeding.\" + code";

    /** Met by events, which have no caller: domain tests name them. */
    private static final Set<String> OF_EVENTS = Set.of("document.not-dispatched", "document.outcome-differs");

    @Test
    void each_code_is_met_over_rest() {
        Set<String> said = new TreeSet<>();
        sources("src/main/java", ".java").forEach(source -> {
            collect(CODE.matcher(source), "", said);
            if (source.contains(OF_PROCEEDINGS)) {
                collect(FLAW.matcher(source), "proceeding.", said);
            }
        });
        String met = sources("src/test/java", "IT.java").collect(Collectors.joining());
        String domain = sources("src/test/java", "Test.java").collect(Collectors.joining());
        assertThat(said).hasSizeGreaterThan(90);
        assertThat(said).allSatisfy(code -> {
            assertThat((OF_EVENTS.contains(code) ? domain : met).contains("\"" + code + "\""))
                    .as(code)
                    .isTrue();
        });
    }

    private static void collect(Matcher found, String prefix, Set<String> codes) {
        while (found.find()) {
            codes.add(prefix + found.group(1));
        }
    }

    private static Stream<String> sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).map(RefusalCodesTest::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
