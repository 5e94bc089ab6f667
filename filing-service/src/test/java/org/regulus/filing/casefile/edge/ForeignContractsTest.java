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
            new ObjectMapper().findAndRegisterModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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
        var closed = read("sanctions.penalty-closed", SanctionsEventsConsumer.OfProceeding.class);
        assertThat(closed.caseId()).isNotNull();
        assertThat(closed.outcome()).isIn("fine", "warning", "no-penalty");
    }

    @Test
    void what_an_operator_is_to_do_names_what_and_until_when() throws IOException {
        var ordered = read("sanctions.rectification-ordered", SanctionsEventsConsumer.Ordered.class);
        assertThat(ordered).hasNoNullFieldsOrProperties();
        assertThat(ordered.items()).isNotEmpty().allSatisfy(item -> assertThat(item)
                .hasNoNullFieldsOrProperties());
        assertThat(read("sanctions.penalty-decided", SanctionsEventsConsumer.Decided.class))
                .hasNoNullFieldsOrProperties();
        assertThat(read("sanctions.rectification-rejected", SanctionsEventsConsumer.OfOrder.class))
                .hasNoNullFieldsOrProperties();
        for (String name : new String[] {
            "rectification-extended", "rectification-resumed", "rectification-renewed", "rectification-served"
        }) {
            assertThat(read("sanctions." + name, SanctionsEventsConsumer.Moved.class)
                            .items())
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item).hasNoNullFieldsOrProperties());
        }
        for (String name : new String[] {"penalty-served", "payment-recounted"}) {
            assertThat(read("sanctions." + name, SanctionsEventsConsumer.Served.class))
                    .hasNoNullFieldsOrProperties();
        }
        assertThat(read("sanctions.rectification-acknowledged", SanctionsEventsConsumer.Moved.class)
                        .items())
                .isEmpty();
        assertThat(read("sanctions.instalments-granted", SanctionsEventsConsumer.InInstalments.class))
                .hasNoNullFieldsOrPropertiesExcept("penalty");
        for (String name : new String[] {"penalty-revoked", "penalty-transferred"}) {
            assertThat(read("sanctions." + name, SanctionsEventsConsumer.OfProceeding.class)
                            .proceedingId())
                    .isNotNull();
        }
        for (String name : new String[] {"interview-scheduled", "interview-rescheduled"}) {
            assertThat(read("inspection." + name, InspectionEventsConsumer.Interview.class))
                    .hasNoNullFieldsOrProperties();
        }
        assertThat(read("inspection.inspection-replaced", InspectionEventsConsumer.Opened.class)
                        .caseId())
                .isNotNull();
        assertThat(read("inspection.interview-cancelled", InspectionEventsConsumer.Interview.class)
                        .interviewId())
                .isNotNull();
        assertThat(read("inspection.interview-held", InspectionEventsConsumer.Interview.class)
                        .interviewId())
                .isNotNull();
    }

    private static <T> T read(String event, Class<T> type) throws IOException {
        return JSON.readValue(Golden.sample("regulus." + event + ".v1"), type);
    }
}
