package org.regulus.filing.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.About;
import org.regulus.filing.questionnaire.Questionnaire.AnswerForm;
import org.regulus.filing.questionnaire.Questionnaire.Choice;
import org.regulus.filing.questionnaire.Questionnaire.Condition;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Section;
import org.regulus.filing.questionnaire.Questionnaire.Text;

/** Whether a questionnaire can be asked at all: every flaw, each with its place. */
public final class QuestionnaireCheck {

    static final int LONGEST_VERSION = 40;
    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_REFERENCE = 200;
    static final int MOST_CHOICES = 50;

    private static final String ID = "[A-Za-z0-9._-]{1,64}";
    private static final Set<String> TYPES = Set.of("conformity", "number", "date", "choice", "text", "file");
    private static final Set<String> EVIDENCE = Set.of("never", "when-met", "always");

    private final Set<String> kinds;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Item> earlier = new HashMap<>();
    private final Set<String> sections = new HashSet<>();

    private QuestionnaireCheck(Set<String> kinds) {
        this.kinds = new HashSet<>(kinds);
    }

    /**
     * @param kinds the kinds of system there are
     * @return what is wrong, with JSON pointers into the questionnaire
     */
    public static List<Flaw> flaws(Questionnaire questionnaire, Set<String> kinds) {
        QuestionnaireCheck check = new QuestionnaireCheck(kinds);
        check.words("/version", questionnaire.version(), LONGEST_VERSION);
        check.count("/sections", questionnaire.sections().size(), 0, Questionnaire.MOST_SECTIONS);
        check.count("/items", questionnaire.items().size(), 1, Questionnaire.MOST_ITEMS);
        for (int i = 0; i < questionnaire.sections().size(); i++) {
            check.section("/sections/" + i, questionnaire.sections().get(i));
        }
        for (int i = 0; i < questionnaire.items().size(); i++) {
            check.item("/items/" + i, questionnaire.items().get(i));
        }
        return check.flaws;
    }

    private void section(String at, Section section) {
        if (section == null) {
            flaw(at, "questionnaire.missing", "A section, not null");
            return;
        }
        id(at, section.id(), sections.add(section.id()));
        text(at + "/title", section.title());
    }

    private void item(String at, Item item) {
        if (item == null) {
            flaw(at, "questionnaire.missing", "An item, not null");
            return;
        }
        id(at, item.id(), !earlier.containsKey(item.id()));
        text(at + "/text", item.text());
        words(at + "/legalReference", item.legalReference(), LONGEST_REFERENCE);
        if (item.section() != null && !sections.contains(item.section())) {
            flaw(at + "/section", "questionnaire.section-unknown", "One of the questionnaire's sections");
        }
        range(at + "/weight", item.weight(), Questionnaire.MOST_WEIGHT);
        form(at + "/answer", item.answer());
        if (item.about() != null) {
            about(at + "/about", item.about());
        }
        if (item.askedWhen() != null) {
            condition(at + "/askedWhen", item, item.askedWhen());
        }
        earlier.putIfAbsent(item.id(), item);
    }

    private void form(String at, AnswerForm form) {
        if (!TYPES.contains(form.type())) {
            flaw(at + "/type", "questionnaire.answer-type-unknown", "One of " + TYPES);
        }
        if (!EVIDENCE.contains(form.evidence())) {
            flaw(at + "/evidence", "questionnaire.evidence-unknown", "One of " + EVIDENCE);
        } else if (form.type().equals("file") && !form.evidence().equals("always")) {
            flaw(at + "/evidence", "questionnaire.evidence-is-the-answer", "A file is always demanded");
        }
        if (form.min() != null && form.max() != null && form.min().compareTo(form.max()) > 0) {
            flaw(at + "/max", "questionnaire.range-empty", "Not less than min");
        }
        if (form.type().equals("choice")) {
            count(at + "/choices", form.choices().size(), 2, MOST_CHOICES);
        } else if (!form.choices().isEmpty()) {
            flaw(at + "/choices", "questionnaire.choices-unused", "Only an answer of type choice has choices");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < form.choices().size(); i++) {
            Choice choice = form.choices().get(i);
            String here = at + "/choices/" + i;
            if (choice == null) {
                flaw(here, "questionnaire.missing", "A choice, not null");
                continue;
            }
            id(here, choice.id(), ids.add(choice.id()));
            text(here + "/text", choice.text());
            range(here + "/risk", choice.risk(), 100);
        }
    }

    private void about(String at, About about) {
        for (int i = 0; i < about.systemKinds().size(); i++) {
            if (!kinds.contains(about.systemKinds().get(i))) {
                flaw(at + "/systemKinds/" + i, "questionnaire.system-kind-unknown", "One of " + kinds);
            }
        }
        if (about.fromLevel() < 1 || about.fromLevel() > 5) {
            flaw(at + "/fromLevel", "questionnaire.level-out-of-range", "1 to 5");
        }
    }

    private void condition(String at, Item item, Condition condition) {
        Item on = earlier.get(condition.item());
        if (on == null) {
            flaw(at + "/item", "questionnaire.condition-not-earlier", "Depend on an item that stands before this one");
            return;
        }
        if (item.about() == null && on.about() != null) {
            flaw(
                    at + "/item",
                    "questionnaire.condition-of-a-system",
                    "What is asked of the operator cannot depend on one system's answer");
        }
        Set<String> possible = possible(on.answer());
        if (condition.is().isEmpty() || !possible.containsAll(condition.is())) {
            flaw(at + "/is", "questionnaire.condition-impossible", "Some of " + possible);
        }
    }

    /** The answers that a condition can wait for: only those of which there are few. */
    private static Set<String> possible(AnswerForm form) {
        return switch (form.type()) {
            case "conformity" -> new HashSet<>(AnswerReview.CONFORMITY);
            case "choice" -> form.choices().stream()
                    .filter(Objects::nonNull)
                    .map(Choice::id)
                    .collect(Collectors.toCollection(HashSet::new));
            default -> new HashSet<>();
        };
    }

    private void id(String at, String id, boolean unique) {
        if (id == null || !id.matches(ID)) {
            flaw(at + "/id", "questionnaire.id-malformed", "1 to 64 of letters, digits, '.', '_' and '-'");
        } else if (!unique) {
            flaw(at + "/id", "questionnaire.id-twice", "Ids are unique");
        }
    }

    private void text(String at, Text text) {
        if (text == null) {
            flaw(at, "questionnaire.missing", "In Chinese and in English");
            return;
        }
        words(at + "/zh", text.zh(), LONGEST_TEXT);
        words(at + "/en", text.en(), LONGEST_TEXT);
    }

    private void words(String at, String words, int longest) {
        if (words == null || words.isBlank() || words.length() > longest) {
            flaw(at, "questionnaire.text-length", "1 to %d characters".formatted(longest));
        }
    }

    private void range(String at, int value, int most) {
        if (value < 0 || value > most) {
            flaw(at, "questionnaire.out-of-range", "0 to " + most);
        }
    }

    private void count(String at, int count, int least, int most) {
        if (count < least || count > most) {
            flaw(at, "questionnaire.count", "%d to %d of them".formatted(least, most));
        }
    }

    private void flaw(String pointer, String code, String detail) {
        flaws.add(new Flaw(pointer, code, detail));
    }
}
