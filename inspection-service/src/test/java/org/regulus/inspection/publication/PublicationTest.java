package org.regulus.inspection.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class PublicationTest {

    private static final Instant NOON = Instant.parse("2019-09-03T04:00:00Z");

    @ParameterizedTest(name = "{0}: correct {1}, withdraw {2}")
    @CsvSource({"published,published,withdrawn", "withdrawn,-,-"})
    void every_move_from_every_state(String from, String correct, String withdraw) {
        Publication publication = new Publication(new UUID(1, 1), Publication.State.of(from), 1, 1);
        check(correct, () -> publication.correct(NOON).publication());
        check(withdraw, () -> publication.withdraw(NOON).publication());
    }

    private static void check(String expected, Supplier<Publication> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                    .isEqualTo("publication.move-not-allowed"));
        } else {
            Publication moved = move.get();
            assertThat(moved.state().word()).isEqualTo(expected);
            assertThat(moved.edition()).isEqualTo(expected.equals("published") ? 2 : 1);
            assertThat(moved.announced()).isEqualTo(2);
        }
    }
}
