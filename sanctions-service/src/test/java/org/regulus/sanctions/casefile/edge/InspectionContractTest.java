package org.regulus.sanctions.casefile.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.sanctions.casefile.ConcludedInspection;

/** What the inspection-service announces is what is read here. */
class InspectionContractTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void the_golden_sample_of_a_directory_entry_names_its_operator() throws Exception {
        var entry = JSON.readValue(Golden.sample(OperatorNames.REGISTERED), OperatorNames.Registered.class);
        assertThat(entry.operatorId()).isNotNull();
        assertThat(entry.authority()).isEqualTo("MIIT");
        assertThat(entry.name()).isEqualTo("Synthetic Cloud 0042");
    }

    @Test
    void the_golden_sample_of_a_conclusion_is_understood() throws Exception {
        var data = JSON.readValue(Golden.sample(InspectionEvents.CONCLUDED), InspectionEvents.Concluded.class);
        ConcludedInspection inspection = data.inspection(4);
        assertThat(inspection.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.findingId()).isNotNull();
            assertThat(finding.item()).isNotBlank();
            assertThat(finding.severity()).isIn("minor", "major", "critical");
            assertThat(finding.legalReference()).isNotBlank();
        });
        assertThat(inspection.subject().caseId()).isNotNull();
        assertThat(inspection.concludedAt()).isNotNull();
    }
}
