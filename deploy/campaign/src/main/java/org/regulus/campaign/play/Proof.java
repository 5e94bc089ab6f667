package org.regulus.campaign.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.ledger.CaseProof;

/** The longest case's story, kept as it is given to somebody who trusts nobody here, and proven by two verifiers that share no code. */
final class Proof {

    private static final Path DEPLOY = Path.of(System.getProperty("regulus.root", "../.."), "deploy");

    private final Play play;

    Proof(Play play) {
        this.play = play;
    }

    void check(Map<String, Integer> eventsByCase) {
        String longest = eventsByCase.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Api officer = play.notification(play.officers.officer);
        byte[] text = officer.bytes("/cases/" + longest + "/proof");
        String key = play.notification(play.admin)
                .get("/ledger/checkpoints/keys")
                .body()
                .path("verifiers")
                .path(0)
                .asText();
        try {
            Path data = Files.createDirectories(DEPLOY.resolve("data"));
            Path file = Files.write(data.resolve("proof-" + longest + ".json"), text);
            CaseProof.Proven proven = CaseProof.check(play.http.json().readTree(text), List.of(key));
            if (!proven.counted()) {
                throw new IllegalStateException("The proof does not say how many events the case has");
            }
            play.acts.did(Act.PROVEN, 1);
            play.progress.say("%d events of the longest case proven offline, %s", proven.events(), second(file, key));
            play.progress.plain("deploy/verify-ledger --key '%s' deploy/data/%s".formatted(key, file.getFileName()));
            play.progress.plain("deploy/verify-bundle.py deploy/data/%s '%s'".formatted(file.getFileName(), key));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where its runtime is present; the other verifier is this program's own. */
    private static String second(Path file, String key) {
        Process verifier;
        try {
            verifier = new ProcessBuilder(
                            "python3", DEPLOY.resolve("verify-bundle.py").toString(), file.toString(), key)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            return "but not by the second verifier: there is no python3 here";
        }
        try {
            String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (verifier.waitFor() != 0) {
                throw new IllegalStateException("The second verifier does not agree: " + said);
            }
            return "and by the second verifier, too";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }
}
