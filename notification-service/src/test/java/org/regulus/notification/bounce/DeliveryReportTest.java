package org.regulus.notification.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {

    private static final UUID MAIL = UUID.fromString("01976a2e-5c00-7000-8000-00000000000a");
    private static final ReturnPath PATH = new ReturnPath("mail.regulator.example");

    @ParameterizedTest(name = "{0} {1}: status {2}, final {3}")
    @CsvSource({
        "failed, 5.1.1, 5.1.1, true",
        "FAILED, ' 5.7.1 (refused) ', 5.7.1, true",
        "failed, 4.4.7, 4.4.7, true",
        "delayed, 4.4.1, 4.4.1, false",
        "delivered, 2.0.0, 2.0.0, false"
    })
    void only_a_failure_is_final(String action, String status, String number, boolean isFinal) {
        DeliveryReport report = DeliveryReport.of(MAIL, action, status).orElseThrow();
        assertThat(report.status()).isEqualTo(number);
        assertThat(report.isFinal()).isEqualTo(isFinal);
    }

    @ParameterizedTest
    @CsvSource({"lost, 5.1.1", "failed, 3.1.1", "failed, ''", "'', 5.1.1", "failed, 51.1"})
    void what_is_no_report_is_none(String action, String status) {
        assertThat(DeliveryReport.of(MAIL, action, status)).isEmpty();
    }

    @Test
    void an_address_that_is_not_ours_names_no_message() {
        assertThat(PATH.messageOf("bounces+" + MAIL + "@other.example")).isEmpty();
        assertThat(PATH.messageOf("bounces+1@mail.regulator.example")).isEmpty();
        assertThat(PATH.messageOf("Returned <BOUNCES+" + MAIL + "@MAIL.regulator.example>"))
                .contains(MAIL);
    }

    @Property
    void each_message_has_an_address_of_its_own(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);
        assertThat(PATH.messageOf(PATH.of(id))).contains(id);
        assertThat(PATH.of(id).indexOf('@'))
                .as("a local part has 64 characters at most")
                .isLessThanOrEqualTo(64);
    }
}
