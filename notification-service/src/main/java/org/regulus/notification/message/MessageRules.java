package org.regulus.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One version of who is told what.
 *
 * @param since events from then on follow it, until a later version does
 */
public record MessageRules(int version, Instant since, List<Notice> notices) {

    private static final Set<String> ROLES = Set.of(
            Notice.OPERATOR,
            "campaign-manager",
            "case-officer",
            "inspector",
            "legal-reviewer",
            "decision-maker",
            "auditor");
    private static final Set<String> PERSONS = Set.of(Notice.ASSIGNED_INSPECTORS, Notice.ASSIGNED_OFFICER);
    private static final Set<String> CHANNELS = Set.of(Notice.MAIL, Notice.INBOX, Notice.SMS, Notice.POST);

    public MessageRules {
        int number = version;
        notices = notices.stream().map(notice -> notice.in(number)).toList();
    }

    /**
     * Everything that is wrong with these rules.
     *
     * @param fieldsOf the fields that an event of a type can have; none when there is no such event
     */
    public List<String> flaws(Function<String, Set<String>> fieldsOf) {
        List<String> flaws = new ArrayList<>();
        Set<String> types = new HashSet<>();
        Set<String> templates = new HashSet<>();
        for (Notice notice : notices) {
            if (!types.add(notice.type()) || !templates.add(notice.template())) {
                flaws.add(notice.template() + ": its type or its template stands here twice");
            }
            texts(notice, flaws);
            recipients(notice, flaws);
            fields(notice, fieldsOf.apply(notice.type()), flaws);
        }
        return flaws;
    }

    private static void texts(Notice notice, List<String> flaws) {
        for (Notice.Text text : new Notice.Text[] {notice.zh(), notice.en()}) {
            if (text == null || blank(text.subject()) || blank(text.body())) {
                flaws.add(notice.template() + ": a text is missing in a language");
            }
        }
    }

    private static void recipients(Notice notice, List<String> flaws) {
        if (notice.to().isEmpty()) {
            flaws.add(notice.template() + ": nobody is told");
        }
        for (Map.Entry<String, List<String>> one : notice.to().entrySet()) {
            if (!ROLES.contains(one.getKey()) && !PERSONS.contains(one.getKey())
                    || !CHANNELS.containsAll(one.getValue())) {
                flaws.add("%s: there is no recipient %s by %s"
                        .formatted(notice.template(), one.getKey(), one.getValue()));
            }
            if (one.getValue().contains(Notice.MAIL)
                    && ROLES.contains(one.getKey())
                    && !one.getKey().equals(Notice.OPERATOR)) {
                flaws.add(notice.template() + ": a role has an inbox, but no address");
            }
            if (!one.getKey().equals(Notice.OPERATOR)
                    && (one.getValue().contains(Notice.SMS) || one.getValue().contains(Notice.POST))) {
                flaws.add(notice.template() + ": only operators have a number and a postal address");
            }
            if (one.getValue().contains(Notice.INBOX) && one.getKey().equals(Notice.ASSIGNED_INSPECTORS)) {
                flaws.add(notice.template() + ": an inspector has an address, but no inbox");
            }
        }
    }

    private static void fields(Notice notice, Set<String> known, List<String> flaws) {
        if (known.isEmpty()) {
            flaws.add("%s: there is no event %s".formatted(notice.template(), notice.type()));
        }
        notice.fields().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> flaws.add("%s: the event has no field %s".formatted(notice.template(), field)));
    }

    /** Why somebody cannot choose to get no mail of that notice; nothing when that can be chosen. */
    public Optional<Flaw> unwanted(String template, boolean operator, String pointer) {
        Optional<Notice> notice = notices.stream()
                .filter(one -> one.template().equals(template))
                .filter(one -> one.to().keySet().stream().anyMatch(to -> to.equals(Notice.OPERATOR) == operator))
                .findFirst();
        if (notice.isEmpty()) {
            return Optional.of(new Flaw(pointer, "preferences.unknown", "Nobody writes to you about " + template));
        }
        return notice.filter(Notice::legal)
                .map(one -> new Flaw(pointer, "preferences.legal", "The law demands this notice: " + template));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
