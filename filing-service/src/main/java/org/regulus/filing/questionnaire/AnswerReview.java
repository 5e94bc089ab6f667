package org.regulus.filing.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.AnswerForm;
import org.regulus.filing.questionnaire.Questionnaire.Choice;
import org.regulus.filing.questionnaire.Questionnaire.Item;

/** Checks a report against the questionnaire that it answers: every flaw, each with its place. */
public final class AnswerReview {

    public static final int MOST_SYSTEMS = 500;
    public static final int MOST_ANSWERS = 5000;

    static final Set<String> CONFORMITY = Set.of("yes", "partly", "no", "not-applicable");
    private static final Set<String> MET = Set.of("yes", "partly");

    private final List<Flaw> flaws = new ArrayList<>();

    private AnswerReview() {}

    /**
     * @param kinds the kinds of system there are
     * @return what is wrong, with JSON pointers into {@code {systems, answers}}; an empty list is what a submission must have
     */
    public static List<Flaw> flaws(
            Questionnaire questionnaire, Set<String> kinds, List<SystemFacts> systems, List<Answer> answers) {
        AnswerReview review = new AnswerReview();
        review.systems(kinds, systems);
        review.answers(new Answered(questionnaire, systems, answers), systems, answers);
        return review.flaws;
    }

    private void systems(Set<String> kinds, List<SystemFacts> systems) {
        if (systems.isEmpty() || systems.size() > MOST_SYSTEMS) {
            flaw("/systems", "filing.systems-count", "State 1 to " + MOST_SYSTEMS + " systems");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < systems.size(); i++) {
            if (!kinds.contains(systems.get(i).kind())) {
                flaw("/systems/%d/kind".formatted(i), "filing.system-kind-unknown", "One of " + kinds);
            }
            if (!names.add(systems.get(i).name())) {
                flaw("/systems/%d/name".formatted(i), "filing.system-named-twice", "Answers name the system they mean");
            }
        }
    }

    private void answers(Answered answered, List<SystemFacts> systems, List<Answer> answers) {
        Set<String> names = new HashSet<>();
        systems.forEach(system -> names.add(system.name()));
        Set<Answered.Key> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String at = "/answers/" + i;
            Item item = answered.item(answer.item());
            if (item == null) {
                flaw(at + "/item", "filing.item-unknown", "Not an item of this questionnaire");
            } else if (item.about() == null ? answer.system() != null : !names.contains(answer.system())) {
                flaw(at + "/system", "filing.system-unknown", of(item));
            } else if (!seen.add(Answered.Key.of(answer))) {
                flaw(at + "/item", "filing.item-answered-twice", "Answer each item once");
            } else if (answered.asked(answer) == null) {
                flaw(at + "/item", "filing.item-not-asked", "Not asked under these answers, or not of this system");
            } else {
                value(at, item.answer(), answer);
            }
        }
        for (Answered.Question question : answered.questions()) {
            if (answered.answer(question) == null) {
                flaw("/answers", "filing.item-unanswered", unanswered(question));
            }
        }
    }

    static String of(Item item) {
        return item.about() == null
                ? "Item %s is about the operator as a whole: name no system".formatted(item.id())
                : "Item %s is about each system: name one that the report names".formatted(item.id());
    }

    private static String unanswered(Answered.Question question) {
        return question.system() == null
                ? "Item %s has no answer".formatted(question.item().id())
                : "Item %s has no answer for system %s"
                        .formatted(question.item().id(), question.system().name());
    }

    private void value(String at, AnswerForm form, Answer answer) {
        wrong(form, answer.answer()).ifPresent(why -> flaw(at + "/answer", "filing.answer-invalid", why));
        if ("not-applicable".equals(answer.answer())
                && (answer.reason() == null || answer.reason().isBlank())) {
            flaw(at + "/reason", "filing.reason-required", "Say why it does not apply");
        }
        boolean demanded = form.evidence().equals("always")
                || (form.evidence().equals("when-met") && answer.answer() != null && MET.contains(answer.answer()));
        if (demanded && answer.evidence().isEmpty()) {
            flaw(at + "/evidence", "filing.evidence-required", "Upload a proof and name its digest");
        }
    }

    /** Why this is no such answer; empty when it is one. */
    private static Optional<String> wrong(AnswerForm form, String answer) {
        return switch (form.type()) {
            case "conformity" -> unless(answer != null && CONFORMITY.contains(answer), "One of " + CONFORMITY);
            case "choice" -> {
                List<String> choices = form.choices().stream().map(Choice::id).toList();
                yield unless(answer != null && choices.contains(answer), "One of " + choices);
            }
            case "number" -> unless(isNumber(form, answer), numbers(form));
            case "date" -> unless(isDate(answer), "A date, as 2019-07-15");
            case "text" -> unless(answer != null && !answer.isBlank(), "Some text");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean right, String why) {
        return right ? Optional.empty() : Optional.of(why);
    }

    private static String numbers(AnswerForm form) {
        return "A decimal number"
                + (form.min() == null ? "" : " from " + form.min().toPlainString())
                + (form.max() == null ? "" : " up to " + form.max().toPlainString());
    }

    private static boolean isNumber(AnswerForm form, String answer) {
        if (answer == null || !answer.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(answer);
        return (form.min() == null || number.compareTo(form.min()) >= 0)
                && (form.max() == null || number.compareTo(form.max()) <= 0);
    }

    private static boolean isDate(String answer) {
        try {
            return answer != null && LocalDate.parse(answer) != null;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private void flaw(String pointer, String code, String detail) {
        flaws.add(new Flaw(pointer, code, detail));
    }
}
