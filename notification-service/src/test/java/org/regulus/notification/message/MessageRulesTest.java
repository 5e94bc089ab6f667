package org.regulus.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.notification.invitation.Invitation;
import org.regulus.notification.message.Notice.Text;

class MessageRulesTest {

    private static final Instant NOON = Instant.parse("2019-06-03T04:00:00Z");
    private static final Text TEXT = new Text("subject", "body");
    private static final Map<String, List<String>> OPERATOR = Map.of("operator", List.of("mail", "inbox"));

    @Test
    void sound_rules_have_no_flaw() {
        assertThat(flaws(notice("a", OPERATOR, TEXT, "dueAt"))).isEmpty();
    }

    @Test
    void all_flaws_are_named_at_once() {
        assertThat(flaws(
                        notice("a", OPERATOR, new Text("", "body"), "dueAt"),
                        notice("a", Map.of("operator", List.of("pigeon")), TEXT, "dueAt"),
                        notice("b", Map.of("king", List.of("inbox")), TEXT, "dueAt"),
                        notice("c", Map.of("inspector", List.of("mail")), TEXT, "dueAt"),
                        notice("c2", Map.of("assigned-inspectors", List.of("inbox")), TEXT, "dueAt"),
                        notice("c4", Map.of("inspector", List.of("sms", "inbox")), TEXT, "dueAt"),
                        invitation("c3"),
                        notice("d", Map.of(), TEXT, "dueAt"),
                        notice("e", OPERATOR, TEXT, "weather"),
                        notice("unheard", OPERATOR, TEXT, "dueAt")))
                .extracting(flaw -> flaw.substring(0, Math.min(flaw.length(), 30)))
                .containsExactly(
                        "a: a text is missing in a lang",
                        "a: its type or its template st",
                        "a: there is no recipient opera",
                        "b: there is no recipient king ",
                        "c: a role has an inbox, but no",
                        "c2: an inspector has an addres",
                        "c4: only operators have a numb",
                        "c3: the event has no field end",
                        "d: nobody is told",
                        "e: the event has no field weat",
                        "unheard: there is no event unh",
                        "unheard: the event has no fiel");
    }

    @Test
    void an_event_follows_the_rules_that_were_in_force_when_it_happened() {
        MessageRules second = new MessageRules(2, NOON, List.of());
        MessageRules first = new MessageRules(1, NOON.minusSeconds(60), List.of(notice("a", OPERATOR, TEXT, "dueAt")));
        Rulebook rules = new Rulebook(List.of(second, first));
        assertThat(rules.at(NOON)).isEqualTo(second);
        assertThat(rules.at(NOON.minusMillis(1))).isEqualTo(first);
        assertThat(rules.at(Instant.EPOCH)).isEqualTo(first);
        assertThat(rules.about("a", NOON)).isEmpty();
        assertThat(rules.of(1, "a").rules()).isEqualTo(1);
    }

    private static List<String> flaws(Notice... notices) {
        return new MessageRules(1, NOON, List.of(notices))
                .flaws(type -> type.equals("unheard") ? Set.of() : Set.of("dueAt", "interviewId", "startsAt"));
    }

    private static Notice invitation(String name) {
        Notice plain = notice(name, OPERATOR, TEXT, "dueAt");
        return new Notice(0, name, name, true, OPERATOR, TEXT, TEXT, plain.facts(), Invitation.Method.REQUEST, false);
    }

    private static Notice notice(String name, Map<String, List<String>> to, Text zh, String field) {
        Fact fact = new Fact(field, Fact.Kind.LAST_DAY, "zh", "en");
        return new Notice(0, name, name, true, to, zh, TEXT, List.of(fact), null, false);
    }
}
