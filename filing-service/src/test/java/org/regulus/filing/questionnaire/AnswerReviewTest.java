package org.regulus.filing.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Questionnaire.About;
import org.regulus.filing.questionnaire.Questionnaire.AnswerForm;
import org.regulus.filing.questionnaire.Questionnaire.Choice;
import org.regulus.filing.questionnaire.Questionnaire.Condition;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Text;

class AnswerReviewTest {

    private static final Text TEXT = new Text("问", "Asked?");
    private static final Set<String> KINDS = Set.of("cdn", "email");
    private static final List<SystemFacts> SYSTEMS =
            List.of(new SystemFacts("edge", "cdn", 3), new SystemFacts("post", "email", 2));

    @Test
    void all_flaws_are_told_at_once() {
        Questionnaire asked = asking(item("A"), item("B"), about("S", new About(List.of("cdn"), 1)));
        List<Flaw> flaws = AnswerReview.flaws(
                asked,
                KINDS,
                List.of(new SystemFacts("x", "mainframe", 1), new SystemFacts("x", "cdn", 2)),
                List.of(
                        answer("A", null, "not-applicable"),
                        answer("A", null, "yes"),
                        answer("C", null, "yes"),
                        answer("S", "y", "yes"),
                        answer("A", "x", "yes")));
        assertThat(flaws)
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactlyInAnyOrder(
                        tuple("/systems/0/kind", "filing.system-kind-unknown"),
                        tuple("/systems/1/name", "filing.system-named-twice"),
                        tuple("/answers/0/reason", "filing.reason-required"),
                        tuple("/answers/1/item", "filing.item-answered-twice"),
                        tuple("/answers/2/item", "filing.item-unknown"),
                        tuple("/answers/3/system", "filing.system-unknown"),
                        tuple("/answers/4/system", "filing.system-unknown"),
                        tuple("/answers", "filing.item-unanswered"),
                        tuple("/answers", "filing.item-unanswered"));
    }

    @ParameterizedTest(name = "{0} {1} is right: {2}")
    @CsvSource({
        "conformity, yes, true",
        "conformity, maybe, false",
        "conformity, , false",
        "number, 42, true",
        "number, 0.5, false",
        "number, 101, false",
        "number, 1e2, false",
        "number, , false",
        "date, 2020-02-29, true",
        "date, 2019-02-29, false",
        "date, 15.7.2019, false",
        "choice, weekly, true",
        "choice, yes, false",
        "text, words, true",
        "text, ' ', false"
    })
    void an_answer_is_of_its_type(String type, String value, boolean right) {
        List<Choice> choices = List.of(new Choice("weekly", TEXT, 0), new Choice("never", TEXT, 100));
        AnswerForm form = new AnswerForm(
                type, type.equals("choice") ? choices : null, BigDecimal.ONE, BigDecimal.valueOf(100), null);
        Questionnaire asked = asking(new Item("A", null, TEXT, "Art. 1", form, null, null, null));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, List.of(answer("A", null, value))))
                .extracting(Flaw::pointer)
                .isEqualTo(right ? List.of() : List.of("/answers/0/answer"));
    }

    @ParameterizedTest(name = "evidence {0} for {1} {2}: demanded {3}")
    @CsvSource({
        "never, conformity, yes, false", "when-met, conformity, yes, true", "when-met, conformity, partly, true",
        "when-met, conformity, no, false", "always, conformity, no, true", ", file, , true"
    })
    void a_proof_is_demanded_where_the_item_says_so(String evidence, String type, String value, boolean demanded) {
        Questionnaire asked = asking(new Item(
                "A", null, TEXT, "Art. 1", new AnswerForm(type, null, null, null, evidence), null, null, null));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, List.of(answer("A", null, value))))
                .extracting(Flaw::code)
                .isEqualTo(demanded ? List.of("filing.evidence-required") : List.of());
        Answer proved = new Answer("A", null, value, null, List.of("0".repeat(64)));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, List.of(proved))).isEmpty();
    }

    @Test
    void an_item_about_systems_is_asked_of_each_system_of_its_kinds_and_levels() {
        Questionnaire asked = asking(about("S", new About(List.of(), 3)));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, List.of(answer("S", "edge", "yes"))))
                .isEmpty();
        assertThat(AnswerReview.flaws(
                        asked, KINDS, SYSTEMS, List.of(answer("S", "edge", "yes"), answer("S", "post", "yes"))))
                .extracting(Flaw::code)
                .containsExactly("filing.item-not-asked");
    }

    @Test
    void a_condition_looks_at_the_same_systems_answer_and_ends_the_chain_behind_it() {
        Questionnaire asked = asking(
                about("S", new About(List.of(), 1)),
                new Item(
                        "T",
                        null,
                        TEXT,
                        "Art. 2",
                        null,
                        null,
                        new Condition("S", List.of("no")),
                        new About(List.of(), 1)),
                new Item(
                        "U",
                        null,
                        TEXT,
                        "Art. 3",
                        null,
                        null,
                        new Condition("T", List.of("yes")),
                        new About(List.of(), 1)));
        List<Answer> answers =
                List.of(answer("S", "edge", "no"), answer("S", "post", "yes"), answer("T", "edge", "partly"));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, answers)).isEmpty();
        List<Answer> unasked = new ArrayList<>(answers);
        unasked.add(answer("T", "post", "yes"));
        unasked.add(answer("U", "post", "yes"));
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, unasked))
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(
                        tuple("/answers/3/item", "filing.item-not-asked"),
                        tuple("/answers/4/item", "filing.item-not-asked"));
    }

    @Property(tries = 300)
    void whoever_answers_what_is_asked_has_no_flaw_and_each_answer_left_out_is_missed(
            @ForAll("questionnaires") Questionnaire asked, @ForAll @IntRange(max = 3) int variety) {
        assertThat(QuestionnaireCheck.flaws(asked, KINDS)).isEmpty();
        List<Answer> answers = complete(asked, variety);
        assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, answers)).isEmpty();
        for (Answer out : answers) {
            List<Answer> less = answers.stream().filter(one -> one != out).toList();
            assertThat(AnswerReview.flaws(asked, KINDS, SYSTEMS, less))
                    .extracting(Flaw::code)
                    .contains("filing.item-unanswered");
        }
    }

    @Property(tries = 300)
    void a_score_lies_between_none_and_all_and_a_worse_answer_never_lowers_it(
            @ForAll("questionnaires") Questionnaire asked, @ForAll @IntRange(max = 3) int variety) {
        List<Answer> answers = complete(asked, variety);
        Integer score = RiskScore.of(asked, SYSTEMS, answers).overall();
        if (score == null) {
            return;
        }
        assertThat(score).isBetween(0, 100);
        IntStream.range(0, answers.size())
                .filter(i -> List.of("yes", "partly").contains(answers.get(i).answer()))
                .filter(i -> nothingDependsOn(asked, answers.get(i).item()))
                .forEach(i -> {
                    List<Answer> worse = new ArrayList<>(answers);
                    worse.set(i, answer(answers.get(i).item(), answers.get(i).system(), "no"));
                    assertThat(RiskScore.of(asked, SYSTEMS, worse).overall()).isGreaterThanOrEqualTo(score);
                });
    }

    private static boolean nothingDependsOn(Questionnaire asked, String item) {
        return asked.items().stream()
                .noneMatch(
                        one -> one.askedWhen() != null && one.askedWhen().item().equals(item));
    }

    /** Answers each question as it comes, until none is left: an answer may lead to another question. */
    private static List<Answer> complete(Questionnaire asked, int variety) {
        List<Answer> answers = new ArrayList<>();
        while (true) {
            Answered so = new Answered(asked, SYSTEMS, answers);
            var next = so.questions().stream()
                    .filter(question -> so.answer(question) == null)
                    .findFirst();
            if (next.isEmpty()) {
                return answers;
            }
            String value = List.of("yes", "partly", "no", "not-applicable").get((answers.size() * 7 + variety) % 4);
            Answered.Key key = next.get().key();
            answers.add(new Answer(key.item(), key.system(), value, "because", List.of()));
        }
    }

    @Provide
    Arbitrary<Questionnaire> questionnaires() {
        Arbitrary<Item> seeds = Combinators.combine(
                        Arbitraries.of(null, new About(List.of(), 1), new About(List.of("cdn"), 2)),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-6, 6))
                .as((about, weight, back) -> new Item(
                        "",
                        null,
                        TEXT,
                        "Art. 1",
                        null,
                        weight,
                        back > 0 ? new Condition(String.valueOf(back), List.of("no", "partly")) : null,
                        about));
        return seeds.list().ofMinSize(1).ofMaxSize(12).map(AnswerReviewTest::linked);
    }

    /** Numbers the items, and lets conditions point so many items back as they say, where that is allowed. */
    private static Questionnaire linked(List<Item> seeds) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            Item seed = seeds.get(i);
            int on = seed.askedWhen() == null
                    ? -1
                    : i - Integer.parseInt(seed.askedWhen().item());
            boolean possible = on >= 0 && (seed.about() != null || items.get(on).about() == null);
            items.add(new Item(
                    "I" + i,
                    null,
                    TEXT,
                    "Art. 1",
                    null,
                    seed.weight(),
                    possible ? new Condition("I" + on, seed.askedWhen().is()) : null,
                    seed.about()));
        }
        return new Questionnaire("1", null, items);
    }

    private static Questionnaire asking(Item... items) {
        return new Questionnaire("1", null, List.of(items));
    }

    private static Item item(String id) {
        return about(id, null);
    }

    private static Item about(String id, About about) {
        return new Item(id, null, TEXT, "Art. 1", null, null, null, about);
    }

    private static Answer answer(String item, String system, String value) {
        return new Answer(item, system, value, null, null);
    }
}
