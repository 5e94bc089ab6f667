package org.regulus.filing.casefile.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulus.common.testing.Golden;

/** What this service reads of the others' events is in the samples that they promise. */
class ForeignContractsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void an_opened_inspection_names_its_case() throws IOException {
        assertThat(read("inspection.inspection-opened", InspectionEventsConsumer.Opened.class)
                        .caseId())
                .isNotNull();
    }

    @Test
    void a_concluded_inspection_names_its_case_and_outcome() throws IOException {
        var concluded = read("inspection.inspection-concluded", InspectionEventsConsumer.Concluded.class);
        assertThat(concluded.caseId()).isNotNull();
        assertThat(concluded.outcome()).isIn("no-issue", "issues");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectification-ordered", "rectification-verified", "penalty-proposed", "penalty-withdrawn"})
    void a_sanctions_event_names_its_case(String name) throws IOException {
        assertThat(read("sanctions." + name, SanctionsEventsConsumer.About.class)
                        .caseId())
                .isNotNull();
    }

    @Test
    void a_closed_penalty_names_its_case_and_outcome() throws IOException {
        var closed = read("sanctions.penalty-closed", SanctionsEventsConsumer.PenaltyClosed.class);
        assertThat(closed.caseId()).isNotNull();
        assertThat(closed.outcome()).isIn("fine", "warning", "no-penalty");
    }

    private static <T> T read(String event, Class<T> type) throws IOException {
        return JSON.readValue(Golden.sample("regulus." + event + ".v1"), type);
    }
}
