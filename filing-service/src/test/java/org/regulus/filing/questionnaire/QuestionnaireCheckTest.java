package org.regulus.filing.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.About;
import org.regulus.filing.questionnaire.Questionnaire.AnswerForm;
import org.regulus.filing.questionnaire.Questionnaire.Choice;
import org.regulus.filing.questionnaire.Questionnaire.Condition;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Section;
import org.regulus.filing.questionnaire.Questionnaire.Text;

class QuestionnaireCheckTest {

    private static final Text TEXT = new Text("问", "Asked?");

    @Test
    void every_flaw_of_a_questionnaire_is_told_at_once() {
        AnswerForm choice =
                new AnswerForm("choice", Arrays.asList(new Choice("a", TEXT, 101), null), null, null, "sometimes");
        AnswerForm number =
                new AnswerForm("number", List.of(new Choice("a", TEXT, 1)), BigDecimal.TEN, BigDecimal.ONE, null);
        Questionnaire wrong = new Questionnaire(
                " ",
                List.of(new Section("s", TEXT), new Section("s", null)),
                Arrays.asList(
                        null,
                        new Item("bad id", "t", new Text("", "x"), null, null, -1, null, null),
                        item("A", choice, null, new About(Arrays.asList("mainframe", null), 6)),
                        item("A", number, new Condition("Z", List.of("yes")), null),
                        item("B", null, new Condition("A", List.of("b")), null),
                        item("C", new AnswerForm("file", null, null, null, "never"), null, null),
                        item("D", new AnswerForm("essay", null, null, null, null), null, null)));
        assertThat(QuestionnaireCheck.flaws(wrong, Set.of("cdn")))
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactlyInAnyOrder(
                        tuple("/version", "questionnaire.text-length"),
                        tuple("/sections/1/id", "questionnaire.id-twice"),
                        tuple("/sections/1/title", "questionnaire.missing"),
                        tuple("/items/0", "questionnaire.missing"),
                        tuple("/items/1/id", "questionnaire.id-malformed"),
                        tuple("/items/1/text/zh", "questionnaire.text-length"),
                        tuple("/items/1/legalReference", "questionnaire.text-length"),
                        tuple("/items/1/section", "questionnaire.section-unknown"),
                        tuple("/items/1/weight", "questionnaire.out-of-range"),
                        tuple("/items/2/answer/evidence", "questionnaire.evidence-unknown"),
                        tuple("/items/2/answer/choices/0/risk", "questionnaire.out-of-range"),
                        tuple("/items/2/answer/choices/1", "questionnaire.missing"),
                        tuple("/items/2/about/systemKinds/0", "questionnaire.system-kind-unknown"),
                        tuple("/items/2/about/systemKinds/1", "questionnaire.system-kind-unknown"),
                        tuple("/items/2/about/fromLevel", "questionnaire.level-out-of-range"),
                        tuple("/items/3/id", "questionnaire.id-twice"),
                        tuple("/items/3/answer/max", "questionnaire.range-empty"),
                        tuple("/items/3/answer/choices", "questionnaire.choices-unused"),
                        tuple("/items/3/askedWhen/item", "questionnaire.condition-not-earlier"),
                        tuple("/items/4/askedWhen/item", "questionnaire.condition-of-a-system"),
                        tuple("/items/4/askedWhen/is", "questionnaire.condition-impossible"),
                        tuple("/items/5/answer/evidence", "questionnaire.evidence-is-the-answer"),
                        tuple("/items/6/answer/type", "questionnaire.answer-type-unknown"));
    }

    @Test
    void an_empty_one_asks_nothing_and_cannot_be_published() {
        assertThat(QuestionnaireCheck.flaws(new Questionnaire("1", null, null), Set.of()))
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(tuple("/items", "questionnaire.count"));
    }

    private static Item item(String id, AnswerForm form, Condition condition, About about) {
        return new Item(id, null, TEXT, "Art. 1", form, null, condition, about);
    }
}
