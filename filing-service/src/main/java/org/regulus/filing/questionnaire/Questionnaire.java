package org.regulus.filing.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is asked. Whatever is left out has its usual value: no sections, an item of weight 1 about conformity, asked once of everybody.
 *
 * @param version names this state of it, for people
 */
public record Questionnaire(String version, List<Section> sections, List<Item> items) {

    public static final int MOST_SECTIONS = 100;
    public static final int MOST_ITEMS = 500;
    public static final int MOST_WEIGHT = 1000;

    public Questionnaire {
        sections = orNone(sections);
        items = orNone(items);
    }

    /** In the two languages of this regulator. */
    public record Text(String zh, String en) {}

    public record Section(String id, Text title) {}

    /**
     * One thing that is asked.
     *
     * @param legalReference the rule that demands it, as the authority cites it
     * @param weight how much it counts in the score, against the other items; 0 for nothing
     * @param askedWhen null when it is always asked
     * @param about null when it is asked once, of the operator as a whole
     */
    public record Item(
            String id,
            String section,
            Text text,
            String legalReference,
            AnswerForm answer,
            Integer weight,
            Condition askedWhen,
            About about) {
        public Item {
            answer = answer == null ? AnswerForm.CONFORMITY : answer;
            weight = weight == null ? 1 : weight;
        }
    }

    /**
     * What an answer looks like.
     *
     * @param type conformity (yes, partly, no, not-applicable with a reason), number, date, choice, text or file
     * @param min the least number, or null
     * @param max the greatest number, or null
     * @param evidence never, when-met (for a yes or a partly) or always
     */
    public record AnswerForm(String type, List<Choice> choices, BigDecimal min, BigDecimal max, String evidence) {

        static final AnswerForm CONFORMITY = new AnswerForm("conformity", null, null, null, null);

        public AnswerForm {
            type = type == null ? "conformity" : type;
            choices = orNone(choices);
            evidence = evidence != null ? evidence : type.equals("file") ? "always" : "never";
        }
    }

    /** @param risk what choosing it is worth, from 0 (none) to 100 */
    public record Choice(String id, Text text, int risk) {}

    /** Asked only when an earlier item has one of these answers; of a system, when that item's answer for the same system is one. */
    public record Condition(String item, List<String> is) {
        public Condition {
            is = orNone(is);
        }
    }

    /**
     * Asked of each system of these kinds (an empty list: of any kind) with at least this protection level.
     *
     * @param fromLevel 1 to 5 (GB/T 22240)
     */
    public record About(List<String> systemKinds, Integer fromLevel) {
        public About {
            systemKinds = orNone(systemKinds);
            fromLevel = fromLevel == null ? 1 : fromLevel;
        }

        boolean concerns(SystemFacts system) {
            return (systemKinds.isEmpty() || systemKinds.contains(system.kind()))
                    && system.protectionLevel() >= fromLevel;
        }
    }

    /** A list from outside may be missing, or have nulls in it; the latter are for {@link QuestionnaireCheck} to find. */
    private static <T> List<T> orNone(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
