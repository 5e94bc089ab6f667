package org.regulus.inspection.casefile.edge;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.inspection.Stage;

/** What the filing-service tells that makes no sense here. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FilingEventsIT {

    private final Stage stage = new Stage();

    @Test
    void an_event_about_a_case_that_was_never_opened_is_laid_aside_with_its_reason() {
        UUID caseId = UUID.randomUUID();
        stage.tell(UUID.randomUUID(), "filing-overdue", caseId, Map.of());
        await().atMost(Stage.PATIENCE)
                .ignoreExceptions()
                .until(() -> TestTopics.records("regulus.inspection.dead-letters").stream()
                        .filter(message -> caseId.toString().equals(message.key()))
                        .map(message -> new String(
                                message.headers()
                                        .lastHeader("regulus-dead-reason")
                                        .value(),
                                StandardCharsets.UTF_8))
                        .anyMatch("case.unknown"::equals));
    }
}
