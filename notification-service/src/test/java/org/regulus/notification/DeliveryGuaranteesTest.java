package org.regulus.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A promise without a test is none. */
class DeliveryGuaranteesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern PROOF = Pattern.compile("^\\| .+[.] \\| `(\\w+)\\.(\\w+)` \\|$");

    static List<String> promises() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/delivery-guarantees.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| We promise"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void each_sentence_names_a_test_that_is_there(String promise) throws IOException {
        Matcher proof = PROOF.matcher(promise);
        assertThat(proof.matches()).as(promise).isTrue();
        assertThat(sources(proof.group(1) + ".java"))
                .as(proof.group(1))
                .anyMatch(source -> isRun(source, proof.group(2)));
    }

    /** A method of that name is not enough: it is a test, and nobody has switched it off. */
    private static boolean isRun(String source, String method) {
        return !source.contains("@Disabled")
                && Pattern.compile(
                                "@(Test|ParameterizedTest)\\b((?!\\bvoid ).)*\\bvoid " + method + "\\(", Pattern.DOTALL)
                        .matcher(source)
                        .find();
    }

    @Test
    void what_is_no_test_or_is_switched_off_proves_nothing() {
        assertThat(isRun("@Test\nvoid it() {", "it")).isTrue();
        assertThat(isRun("@Test\nvoid other() {}\nvoid it() {", "it")).isFalse();
        assertThat(isRun("@Disabled\n@Test\nvoid it() {", "it")).isFalse();
    }

    @Test
    void the_promises_were_found() throws IOException {
        assertThat(promises()).hasSizeGreaterThan(25);
    }

    private static List<String> sources(String name) throws IOException {
        try (Stream<Path> modules = Stream.of("common", "filing-service", "notification-service", "deploy/campaign")
                .map(ROOT::resolve)) {
            return modules.flatMap(module -> in(module.resolve("src/test/java"), name))
                    .toList();
        }
    }

    private static Stream<String> in(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().equals(name))
                    .map(DeliveryGuaranteesTest::text)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
