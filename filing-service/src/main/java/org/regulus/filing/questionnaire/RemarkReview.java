package org.regulus.filing.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.Item;

/** Checks the remarks on a report against the questionnaire that it answered: each is about one question that was asked. */
public final class RemarkReview {

    /**
     * What a remark is about.
     *
     * @param system the name of the system; null when the item is about the operator as a whole
     */
    public record Subject(String item, String system) {}

    private RemarkReview() {}

    /** @return what is wrong, with JSON pointers into {@code {remarks}} */
    public static List<Flaw> flaws(
            Questionnaire questionnaire, List<SystemFacts> systems, List<Answer> answers, List<Subject> subjects) {
        Answered answered = new Answered(questionnaire, systems, answers);
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            String at = "/remarks/" + i;
            Item item = answered.item(subject.item());
            if (item == null) {
                flaws.add(new Flaw(at + "/item", "filing.item-unknown", "Not an item of this questionnaire"));
            } else if (item.about() == null ? subject.system() != null : !names(systems, subject.system())) {
                flaws.add(new Flaw(at + "/system", "filing.system-unknown", AnswerReview.of(item)));
            } else if (!answered.asks(subject)) {
                flaws.add(new Flaw(at + "/item", "filing.item-not-asked", "It was not asked under these answers"));
            }
        }
        return flaws;
    }

    private static boolean names(List<SystemFacts> systems, String name) {
        return systems.stream().anyMatch(system -> system.name().equals(name));
    }
}
