package org.regulus.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same proof, whole and spoilt, before both verifiers. It was made with Python's hashlib and OpenSSL, not with our code. */
class CaseProofTest {

    private static final Path PROOF = Path.of("src/test/resources/case-proof.json");
    private static final String STRANGER =
            "regulator.example/regulus-ledger+bc0a36ed+AdQ1BicSYhV860ZbgEABiWyVt8tBu6fB1/p6R28DaeGh";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void a_whole_proof_is_proven() throws Exception {
        String key = JSON.readTree(PROOF.toFile()).at("/verifiers/0").asText();
        assertThat(java(PROOF, key)).isZero();
        assertThat(python(PROOF, key)).isZero();
    }

    @Test
    void without_a_key_it_is_consistent_and_its_signer_unknown() throws Exception {
        assertThat(java(PROOF, "")).isEqualTo(2);
        assertThat(python(PROOF)).isEqualTo(2);
    }

    @Test
    void one_that_leaves_out_the_last_event_is_not_proven() throws Exception {
        ObjectNode bundle = (ObjectNode) JSON.readTree(PROOF.toFile());
        ((ArrayNode) bundle.path("events")).remove(2);
        String key = bundle.at("/verifiers/0").asText();
        Path shorter = Files.writeString(folder.resolve("shorter.json"), bundle.toString());
        assertThat(java(shorter, key)).isOne();
        assertThat(python(shorter, key)).isOne();
        bundle.put("format", "regulus-case-proof/1"); // whoever takes the number away is not proven either
        Path uncounted = Files.writeString(folder.resolve("uncounted.json"), bundle.toString());
        assertThat(java(uncounted, key)).isEqualTo(2);
        assertThat(python(uncounted, key)).isEqualTo(2);
    }

    /** Both are signed by the ledger's key, and of the same size: a ledger that was rewritten is another one. */
    @Test
    void nor_is_one_whose_number_was_signed_for_another_root() throws Exception {
        ObjectNode bundle = (ObjectNode) JSON.readTree(PROOF.toFile());
        bundle.put("count", Files.readString(PROOF.resolveSibling("case-count-of-another-root.txt")));
        String key = bundle.at("/verifiers/0").asText();
        Path file = Files.writeString(folder.resolve("another-root.json"), bundle.toString());
        assertThat(java(file, key)).isOne();
        assertThat(python(file, key)).isOne();
    }

    @ParameterizedTest(name = "without events {0}")
    @ValueSource(strings = {"0", "1", "2 1 0"})
    void nor_is_one_that_leaves_an_event_out_or_has_none(String removed) throws Exception {
        JsonNode bundle = JSON.readTree(PROOF.toFile());
        ArrayNode events = (ArrayNode) bundle.path("events");
        Stream.of(removed.split(" ")).map(Integer::parseInt).forEach(events::remove);
        Path file = Files.writeString(folder.resolve("shorter.json"), bundle.toString());
        assertThat(java(file, "")).isOne();
        assertThat(python(file)).isOne();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            \\"e5\\"       | \\"e6\\"
            "position": 5 | "position": 6
            "position": 5 | "position": 1
            \\n7\\n         | \\n6\\n
            "inclusion":  | "inclusion":[],"was":
            000000000001", | 000000000009",
            \\n3\\n         | \\n4\\n
            """)
    void a_spoilt_one_is_not(String what, String instead) throws Exception {
        String text = Files.readString(PROOF);
        String spoilt = text.replace(what, instead);
        assertThat(spoilt).isNotEqualTo(text);
        Path file = Files.writeString(folder.resolve("spoilt.json"), spoilt);
        assertThat(java(file, "")).isOne();
        assertThat(python(file)).isOne();
    }

    @Test
    void nor_is_one_that_another_key_signed() throws Exception {
        assertThat(java(PROOF, STRANGER)).isOne();
        assertThat(python(PROOF, STRANGER)).isOne();
    }

    private static int java(Path file, String key) {
        JsonNode bundle = VerifyLedger.bundle(file).orElseThrow();
        return VerifyLedger.proof(bundle, key);
    }

    private static int python(Path file, String... key) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "../verify-bundle.py", file.toString()));
        command.addAll(List.of(key));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException absent) {
            return Assumptions.abort("no python3 here: the second verifier was not tried");
        }
    }
}
