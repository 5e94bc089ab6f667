package org.regulus.filing.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.filing.questionnaire.Questionnaire.About;
import org.regulus.filing.questionnaire.Questionnaire.AnswerForm;
import org.regulus.filing.questionnaire.Questionnaire.Choice;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Section;
import org.regulus.filing.questionnaire.Questionnaire.Text;

class RiskScoreTest {

    private static final Text TEXT = new Text("问", "Asked?");
    private static final AnswerForm HOW_OFTEN = new AnswerForm(
            "choice", List.of(new Choice("weekly", TEXT, 10), new Choice("never", TEXT, 90)), null, null, null);
    private static final AnswerForm NUMBER = new AnswerForm("number", null, null, null, null);
    private static final Questionnaire ASKED = new Questionnaire(
            "1",
            List.of(new Section("org", TEXT), new Section("sys", TEXT), new Section("empty", TEXT)),
            List.of(
                    new Item("A", "org", TEXT, "Art. 1", null, 2, null, null),
                    new Item("B", "org", TEXT, "Art. 2", HOW_OFTEN, 1, null, null),
                    new Item("C", "sys", TEXT, "Art. 3", null, 1, null, new About(List.of(), 1)),
                    new Item("D", null, TEXT, "Art. 4", NUMBER, 5, null, null)));
    private static final List<SystemFacts> SYSTEMS =
            List.of(new SystemFacts("edge", "cdn", 3), new SystemFacts("post", "email", 2));

    @Test
    void it_is_the_mean_risk_weighted_by_item_and_protection_level() {
        RiskScore score = RiskScore.of(
                ASKED,
                SYSTEMS,
                List.of(
                        answer("A", null, "partly"),
                        answer("B", null, "never"),
                        answer("C", "edge", "no"),
                        answer("C", "post", "yes"),
                        answer("D", null, "7")));
        // org: (2·50 + 1·90) / 3 = 63.3; sys: (3·100 + 2·0) / 5 = 60; overall: (100 + 90 + 300) / 8 = 61.25
        assertThat(score)
                .isEqualTo(new RiskScore(
                        61, List.of(new RiskScore.OfSection("org", 63), new RiskScore.OfSection("sys", 60))));
    }

    @Test
    void what_does_not_apply_counts_neither_way_and_a_half_is_rounded_up() {
        RiskScore score = RiskScore.of(
                ASKED,
                SYSTEMS,
                List.of(
                        answer("A", null, "not-applicable"),
                        answer("B", null, "weekly"),
                        answer("C", "edge", "not-applicable"),
                        answer("C", "post", "no")));
        // (1·10 + 2·100) / 3 = 70
        assertThat(score.overall()).isEqualTo(70);
        RiskScore half = RiskScore.of(
                new Questionnaire("1", null, List.of(item("A", 1), item("B", 3))),
                SYSTEMS,
                List.of(answer("A", null, "partly"), answer("B", null, "yes")));
        assertThat(half.overall()).as("50 / 4 = 12.5").isEqualTo(13);
    }

    @Test
    void there_is_none_where_nothing_that_counts_was_answered() {
        assertThat(RiskScore.of(ASKED, SYSTEMS, List.of(answer("D", null, "7"))))
                .isEqualTo(new RiskScore(null, List.of()));
        assertThat(RiskScore.of(
                                new Questionnaire("1", null, List.of(item("A", 0))),
                                SYSTEMS,
                                List.of(answer("A", null, "no")))
                        .overall())
                .isNull();
    }

    private static Item item(String id, int weight) {
        return new Item(id, null, TEXT, "Art. 1", null, weight, null, null);
    }

    private static Answer answer(String item, String system, String value) {
        return new Answer(item, system, value, "because", null);
    }
}
