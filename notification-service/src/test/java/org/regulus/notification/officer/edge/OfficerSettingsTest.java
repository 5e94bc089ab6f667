package org.regulus.notification.officer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.notification.officer.MailHabit;

class OfficerSettingsTest {

    @ParameterizedTest
    @CsvSource({"each, 22:00, 24:00:00, UTC", "daily, , , Moon/Crater"})
    void what_cannot_be_read_any_more_holds_back_neither_the_event_nor_its_mail(
            String mail, String from, String until, String zone) {
        MailHabit habit = OfficerSettings.habit(new Object[] {"officer", mail, "08:00", from, until, zone});
        Instant late = Instant.parse("2019-06-03T22:30:00Z");
        assertThat(habit.mode()).isEqualTo(MailHabit.Mode.EACH);
        assertThat(habit.notBefore(late)).isEqualTo(late);
    }

    @Test
    void what_can_be_read_is_as_it_was_said() {
        MailHabit habit =
                OfficerSettings.habit(new Object[] {"officer", "daily", "08:00:01", null, null, "Asia/Shanghai"});
        assertThat(habit.digestAt()).isEqualTo("08:00:01");
        assertThat(habit.mode()).isEqualTo(MailHabit.Mode.DAILY);
    }
}
