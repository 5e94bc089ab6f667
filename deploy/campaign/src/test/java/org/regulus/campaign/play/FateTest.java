package org.regulus.campaign.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.campaign.registry.Register;
import org.regulus.campaign.registry.RegisteredOperator;

class FateTest {

    private static List<Fate> fates(int operators) {
        return Register.of("2019", operators).stream()
                .map(RegisteredOperator::uscc)
                .map(uscc -> Fate.of("2019", "NS", uscc))
                .toList();
    }

    @Test
    void most_file_in_time_some_late_some_never_and_some_are_returned() {
        List<Fate> fates = fates(500);
        assertThat(share(fates.stream().filter(fate -> fate.filing() == Fate.Filing.IN_TIME)))
                .isBetween(80, 95);
        assertThat(fates).anyMatch(fate -> fate.filing() == Fate.Filing.LATE);
        assertThat(fates).anyMatch(fate -> fate.filing() == Fate.Filing.NEVER);
        assertThat(fates).anyMatch(Fate::returned);
        assertThat(fates).anyMatch(Fate::reportsRisk);
    }

    @Test
    void the_same_seed_tells_the_same_story_and_another_campaign_another() {
        assertThat(fates(40)).isEqualTo(fates(40));
        String uscc = Register.of("2019", 1).get(0).uscc();
        assertThat(Stream.of("NS", "NS2", "NS3", "NS4")
                        .map(code -> Fate.of("2019", code, uscc))
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    private static int share(Stream<Fate> some) {
        return (int) (some.count() * 100 / 500);
    }
}
