package org.regulus.filing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;

/** Checks a filing's content against the questionnaire it answers: every flaw, each with its place. */
public final class FilingReview {

    public static final int MOST_SYSTEMS = 500;

    private FilingReview() {}

    /** What an operator states of one system. */
    public record SystemFacts(String name, String kind, int protectionLevel) {}

    /** An answer to one item of the questionnaire. */
    public record Answer(String item, String answer, String reason) {}

    /** @param items the ids of the questionnaire's items; an empty list is what a submission must have */
    public static List<Flaw> flaws(
            List<String> items, Set<String> kinds, List<SystemFacts> systems, List<Answer> answers) {
        List<Flaw> flaws = new ArrayList<>();
        if (systems.isEmpty() || systems.size() > MOST_SYSTEMS) {
            flaws.add(new Flaw("/systems", "filing.systems-count", "State 1 to " + MOST_SYSTEMS + " systems"));
        }
        for (int i = 0; i < systems.size(); i++) {
            if (!kinds.contains(systems.get(i).kind())) {
                flaws.add(new Flaw("/systems/%d/kind".formatted(i), "filing.system-kind-unknown", "One of " + kinds));
            }
        }
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (!items.contains(answer.item())) {
                flaws.add(new Flaw(
                        "/answers/%d/item".formatted(i), "filing.item-unknown", "Not an item of this questionnaire"));
            } else if (!answered.add(answer.item())) {
                flaws.add(new Flaw(
                        "/answers/%d/item".formatted(i), "filing.item-answered-twice", "Answer each item once"));
            }
            if ("not-applicable".equals(answer.answer())
                    && (answer.reason() == null || answer.reason().isBlank())) {
                flaws.add(new Flaw(
                        "/answers/%d/reason".formatted(i), "filing.reason-required", "Say why it does not apply"));
            }
        }
        items.stream()
                .filter(item -> !answered.contains(item))
                .map(item -> new Flaw("/answers", "filing.item-unanswered", "Item %s has no answer".formatted(item)))
                .forEach(flaws::add);
        return flaws;
    }
}
