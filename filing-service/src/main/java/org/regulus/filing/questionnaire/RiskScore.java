package org.regulus.filing.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.regulus.filing.questionnaire.Questionnaire.Choice;

/**
 * What the answers are worth, from 0 (no risk stated) to 100. Each question that can be judged has a risk r: yes 0, partly 50, no 100, a
 * choice what the questionnaire says; not-applicable, numbers, dates, texts and files have none. The score is the mean of r with the
 * weights w·l, where w is the item's weight and l the protection level of the system asked about (1 for the operator as a whole):
 *
 * <pre>score = round(Σ w·l·r / Σ w·l), half up</pre>
 *
 * It is the operator's own word, and so a weight for sampling, not a finding.
 *
 * @param overall null when nothing that counts was answered
 * @param sections for each section with an answer that counts, in the questionnaire's order
 */
public record RiskScore(Integer overall, List<OfSection> sections) {

    public record OfSection(String section, int score) {}

    private static final class Mean {
        private long risk;
        private long weight;

        void add(long of, int with) {
            risk += with * of;
            weight += of;
        }

        Integer rounded() {
            return weight == 0 ? null : Math.toIntExact((2 * risk + weight) / (2 * weight));
        }
    }

    /** @param answers as {@link AnswerReview} found them without a flaw */
    public static RiskScore of(Questionnaire questionnaire, List<SystemFacts> systems, List<Answer> answers) {
        Answered answered = new Answered(questionnaire, systems, answers);
        Mean overall = new Mean();
        Map<String, Mean> sections = new LinkedHashMap<>();
        for (Answered.Question question : answered.questions()) {
            Answer answer = answered.answer(question);
            OptionalInt risk = answer == null ? OptionalInt.empty() : risk(question, answer.answer());
            long weight = (long) question.item().weight()
                    * (question.system() == null ? 1 : question.system().protectionLevel());
            if (risk.isPresent() && weight > 0) {
                overall.add(weight, risk.getAsInt());
                if (question.item().section() != null) {
                    sections.computeIfAbsent(question.item().section(), none -> new Mean())
                            .add(weight, risk.getAsInt());
                }
            }
        }
        return new RiskScore(
                overall.rounded(),
                sections.entrySet().stream()
                        .map(entry ->
                                new OfSection(entry.getKey(), entry.getValue().rounded()))
                        .toList());
    }

    private static OptionalInt risk(Answered.Question question, String answer) {
        return switch (question.item().answer().type()) {
            case "conformity" -> switch (answer) {
                case "yes" -> OptionalInt.of(0);
                case "partly" -> OptionalInt.of(50);
                case "no" -> OptionalInt.of(100);
                default -> OptionalInt.empty();
            };
            case "choice" -> question.item().answer().choices().stream()
                    .filter(choice -> choice.id().equals(answer))
                    .mapToInt(Choice::risk)
                    .findFirst();
            default -> OptionalInt.empty();
        };
    }
}
