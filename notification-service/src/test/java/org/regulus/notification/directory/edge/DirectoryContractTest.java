package org.regulus.notification.directory.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.common.testing.Golden;
import org.regulus.notification.directory.Contact;
import org.regulus.notification.directory.Language;

/** What the filing-service tells of an operator is what is read here. */
class DirectoryContractTest {

    @Test
    void the_golden_sample_of_a_registration_is_understood() throws Exception {
        var entry = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(Golden.sample(DirectoryConsumer.REGISTERED), DirectoryConsumer.Registered.class);
        assertThat(entry.contact())
                .isEqualTo(new Contact("Synthetic Cloud 0042", "notices@operator-0042.example", Language.ZH));
        assertThat(entry.authority()).isEqualTo("MIIT");
    }

    @Test
    void an_entry_without_an_address_is_refused() {
        var entry = new DirectoryConsumer.Registered(new UUID(0, 1), "MIIT", "n", null, "zh");
        assertThatThrownBy(entry::contact).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo("event.unreadable"));
    }
}
