package org.regulus.filing.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.About;
import org.regulus.filing.questionnaire.Questionnaire.Condition;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Text;
import org.regulus.filing.questionnaire.RemarkReview.Subject;

class RemarkReviewTest {

    private static final Questionnaire ASKED = new Questionnaire(
            "1",
            List.of(),
            List.of(
                    item("WHOLE", null, null),
                    item("IF-NO", new Condition("WHOLE", List.of("no")), null),
                    item("CDN", null, new About(List.of("cdn"), 3))));
    private static final List<SystemFacts> SYSTEMS =
            List.of(new SystemFacts("edge", "cdn", 3), new SystemFacts("post", "email", 2));
    private static final List<Answer> ANSWERS =
            List.of(new Answer("WHOLE", null, "yes", null, null), new Answer("CDN", "edge", "partly", null, null));

    private static Item item(String id, Condition condition, About about) {
        return new Item(id, null, new Text("问", "Asked?"), "Art. 1", null, null, condition, about);
    }

    @Test
    void a_remark_on_what_was_asked_has_its_mark() {
        assertThat(flaws(new Subject("WHOLE", null), new Subject("CDN", "edge"), new Subject("WHOLE", null)))
                .isEmpty();
    }

    @Test
    void every_remark_that_misses_is_told_at_once() {
        assertThat(flaws(
                        new Subject("LOST", null),
                        new Subject("WHOLE", "edge"),
                        new Subject("WHOLE", null),
                        new Subject("CDN", null),
                        new Subject("CDN", "gone"),
                        new Subject("CDN", "post"),
                        new Subject("IF-NO", null)))
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(
                        tuple("/remarks/0/item", "filing.item-unknown"),
                        tuple("/remarks/1/system", "filing.system-unknown"),
                        tuple("/remarks/3/system", "filing.system-unknown"),
                        tuple("/remarks/4/system", "filing.system-unknown"),
                        tuple("/remarks/5/item", "filing.item-not-asked"),
                        tuple("/remarks/6/item", "filing.item-not-asked"));
    }

    private static List<Flaw> flaws(Subject... subjects) {
        return RemarkReview.flaws(ASKED, SYSTEMS, ANSWERS, List.of(subjects));
    }
}
