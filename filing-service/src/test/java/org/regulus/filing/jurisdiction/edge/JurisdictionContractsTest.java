package org.regulus.filing.jurisdiction.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.testing.Golden;
import org.regulus.filing.jurisdiction.JurisdictionEvent;

/** What this feature announces is what its contracts promise. */
class JurisdictionContractsTest {

    private static final Instant AT = Instant.parse("2019-08-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "case-shared, GDCA, MIIT, MIIT",
        "case-unshared, GDCA, '', MIIT",
        "transfer-proposed, GDCA, MIIT, MIIT",
        "transfer-declined, GDCA, '', MIIT",
        "case-transferred, MIIT, GDCA, GDCA",
        "jurisdiction-disputed, GDCA, CAC MIIT, CAC",
        "jurisdiction-designated, MIIT, GDCA, GDCA"
    })
    void each_step(String step, String holder, String readers, String other) {
        Golden.check(
                "regulus.filing.%s.v1".formatted(step),
                new JurisdictionMessages.Changed(
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000001"),
                        UUID.fromString("01976a2e-5c00-7000-8000-000000000003"),
                        holder,
                        readers.isEmpty() ? List.of() : List.of(readers.split(" ")),
                        other,
                        AT));
    }

    @Test
    void every_event_has_its_word() {
        assertThat(Arrays.stream(JurisdictionEvent.class.getPermittedSubclasses())
                        .map(JurisdictionContractsTest::anEvent)
                        .map(JurisdictionMessages::step)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "case-shared",
                        "case-unshared",
                        "transfer-proposed",
                        "transfer-declined",
                        "case-transferred",
                        "jurisdiction-disputed",
                        "jurisdiction-designated");
    }

    private static JurisdictionEvent anEvent(Class<?> type) {
        try {
            return (JurisdictionEvent)
                    type.getConstructor(String.class, Instant.class).newInstance("MIIT", AT);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
