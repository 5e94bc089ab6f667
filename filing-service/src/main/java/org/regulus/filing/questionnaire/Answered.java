package org.regulus.filing.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulus.filing.questionnaire.Questionnaire.Condition;
import org.regulus.filing.questionnaire.Questionnaire.Item;

/** Which questions these systems and these answers lead to, in the order of the items, with the answers they got. */
final class Answered {

    /** @param system null when it is about the operator as a whole */
    record Question(Item item, SystemFacts system) {
        Key key() {
            return new Key(item.id(), system == null ? null : system.name());
        }
    }

    record Key(String item, String system) {
        static Key of(Answer answer) {
            return new Key(answer.item(), answer.system());
        }
    }

    private final Map<Key, Answer> answers = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<Key, Question> asked = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();

    Answered(Questionnaire questionnaire, List<SystemFacts> systems, List<Answer> given) {
        given.forEach(answer -> answers.putIfAbsent(Key.of(answer), answer));
        for (Item item : questionnaire.items()) {
            items.put(item.id(), item);
            if (item.about() == null) {
                askIfDue(new Question(item, null));
            } else {
                systems.stream()
                        .filter(item.about()::concerns)
                        .map(system -> new Question(item, system))
                        .forEach(this::askIfDue);
            }
        }
    }

    /** Conditions look back only, and so one pass is enough. */
    private void askIfDue(Question question) {
        Condition condition = question.item().askedWhen();
        if (condition == null || holds(condition, question.key().system())) {
            questions.add(question);
            asked.put(question.key(), question);
        }
    }

    private boolean holds(Condition condition, String system) {
        Item earlier = items.get(condition.item());
        Key key = new Key(condition.item(), earlier.about() == null ? null : system);
        Answer answer = asked.containsKey(key) ? answers.get(key) : null;
        return answer != null && condition.is().contains(answer.answer());
    }

    List<Question> questions() {
        return questions;
    }

    /** Null when this is not asked. */
    Question asked(Answer answer) {
        return asked.get(Key.of(answer));
    }

    boolean asks(RemarkReview.Subject subject) {
        return asked.containsKey(new Key(subject.item(), subject.system()));
    }

    /** Null when it has none. */
    Answer answer(Question question) {
        return answers.get(question.key());
    }

    Item item(String id) {
        return items.get(id);
    }
}
