package org.regulus.notification.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.regulus.notification.invitation.Invitation;

/**
 * What is told, to whom, when an event of that type comes: one sentence in each language, and the event's dates and outcome.
 *
 * @param rules the version of the rules in which it stands
 * @param template names it among the notices of its version
 * @param legal whether the law demands it: then nobody can choose not to get it
 * @param to channels by recipient: the operator concerned, who has that role with the authority, or who was assigned
 * @param calendar what a mail of it asks calendar programs to do; null when it is no invitation
 * @param urgent whether officers are written to at once, whatever their hours
 */
public record Notice(
        int rules,
        String type,
        String template,
        boolean legal,
        Map<String, List<String>> to,
        Text zh,
        Text en,
        List<Fact> facts,
        Invitation.Method calendar,
        boolean urgent) {

    public static final String OPERATOR = "operator";
    /** The persons who inspect, each by name; they are written to where their register says. */
    public static final String ASSIGNED_OFFICER = "assigned-officer";

    /** The template of the mail that tells an officer of the messages of a day. */
    public static final String DIGEST = "digest";

    /** How a message names a person who serves the authority. */
    public static String officer(String account) {
        return "officer/" + account;
    }

    public static final String ASSIGNED_INSPECTORS = "assigned-inspectors";

    public static final String MAIL = "mail";
    public static final String INBOX = "inbox";
    public static final String SMS = "sms";
    public static final String POST = "post";

    public record Text(String subject, String body) {}

    Notice in(int version) {
        return new Notice(version, type, template, legal, to, zh, en, facts, calendar, urgent);
    }

    public Text in(boolean chinese) {
        return chinese ? zh : en;
    }

    /** Who is told by that channel. */
    public List<String> recipients(String channel) {
        return to.entrySet().stream()
                .filter(one -> one.getValue().contains(channel))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is kept of the event. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>(calendar == null ? Set.of() : calendar.fields());
        facts.forEach(fact -> fields.addAll(fact.fields()));
        return fields;
    }

    /** @param values what the event said, by field */
    public List<Fact.Line> lines(Map<String, String> values, boolean chinese, ZoneId zone) {
        return facts.stream()
                .flatMap(fact -> fact.line(values, chinese, zone).stream())
                .toList();
    }

    public static String moment(Instant at, boolean chinese, ZoneId zone) {
        return Fact.moment(at, chinese, zone);
    }
}
