package org.regulus.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.notification.message.Audience;
import org.regulus.notification.message.Notice;

class ChannelsTest {

    @ParameterizedTest(name = "by {0}, where there are {1}: mail {2}, SMS {3}, post {4}")
    @CsvSource({
        "mail;sms, mail;sms;post, operator, operator, ''",
        "mail;sms, mail, operator, '', ''",
        "post, mail;sms;post, '', '', operator",
        "post, mail, operator, '', ''",
        "inbox, mail, '', '', ''"
    })
    void in_place_of_a_channel_that_is_not_there_stands_the_mail(
            String wanted, String present, String mail, String sms, String post) {
        Notice.Text text = new Notice.Text("s", "b");
        Notice notice = new Notice(
                1, "t", "t", true, Map.of("operator", List.of(wanted.split(";"))), text, text, List.of(), null, false);
        Channels channels = new Channels(Set.of(present.split(";")));
        Audience audience = new Audience(notice, true, null);
        assertThat(channels.told(audience, Notice.MAIL)).isEqualTo(list(mail));
        assertThat(channels.told(audience, Notice.SMS)).isEqualTo(list(sms));
        assertThat(channels.told(audience, Notice.POST)).isEqualTo(list(post));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(";"));
    }
}
