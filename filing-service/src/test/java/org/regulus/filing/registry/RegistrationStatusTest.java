package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class RegistrationStatusTest {

    @ParameterizedTest(name = "{0}: resume {1}, suspend {2}, cease {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # from    | resume | suspend   | cease
                    active    | -      | suspended | ceased
                    suspended | active | -         | ceased
                    ceased    | -      | -         | -
                    """)
    void every_move_from_every_status(String from, String resume, String suspend, String cease) {
        Map.of("active", resume, "suspended", suspend, "ceased", cease).forEach((next, reached) -> {
            RegistrationStatus status = RegistrationStatus.of(from);
            if (reached.equals("-")) {
                assertThatThrownBy(() -> status.become(RegistrationStatus.of(next)))
                        .isInstanceOfSatisfying(
                                Refusal.class, no -> assertThat(no.code()).isEqualTo("registration.move-not-allowed"));
            } else {
                assertThat(status.become(RegistrationStatus.of(next)).word()).isEqualTo(reached);
            }
        });
    }

    @Test
    void there_is_no_other_status() {
        assertThat(RegistrationStatus.values()).hasSize(3);
        assertThatThrownBy(() -> RegistrationStatus.of("asleep"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("registration.status-unknown"));
    }
}
