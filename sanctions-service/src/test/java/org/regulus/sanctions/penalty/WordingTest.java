package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.Proceedings.CALENDAR;
import static org.regulus.sanctions.penalty.Proceedings.by;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.document.DocumentFacts;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.Wording;
import org.regulus.sanctions.rectification.Orders;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.edge.Shipped;

/** A document speaks to its reader: in one language, by names, with the law of its day. */
class WordingTest {

    private static final RuleBook RULES = Shipped.rules();
    private static final LocalDate IN_2019 = LocalDate.of(2019, 10, 8);
    private static final LocalDate IN_2022 = LocalDate.of(2022, 3, 1);

    @Test
    void a_chinese_decision_has_no_code_and_no_english_in_it() {
        Map<String, String> facts = decision("zh", IN_2019);
        assertThat(facts).containsEntry("provision", "《通信网络安全防护管理办法》（工信部令第11号）第二十二条");
        assertThat(facts).containsEntry("conduct", "未履行网络安全保护义务");
        assertThat(facts).containsEntry("imposed", "罚款人民币10000.00元");
        assertThat(facts.get("paying")).contains("2019年10月23日前缴纳", "3%加处罚款");
        assertThat(facts.values()).allSatisfy(words -> assertThat(words).doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void an_english_decision_has_names_for_codes() {
        Map<String, String> facts = decision("en", IN_2019);
        assertThat(facts).containsEntry("imposed", "fine of 10000.00 CNY");
        assertThat(facts).containsEntry("conduct", "duties to protect networks not fulfilled");
        assertThat(facts.get("why")).contains("unverified").doesNotContain("licence-revocation");
    }

    @Test
    void a_decision_of_2019_does_not_know_the_law_of_2021() {
        for (String language : List.of("zh", "en")) {
            assertThat(decision(language, IN_2019).toString()).contains("2017").doesNotContain("2021");
            assertThat(decision(language, IN_2022).toString()).contains("2021").doesNotContain("2017");
        }
        assertThat(decision("zh", IN_2019).get("why")).contains("（2017年修正）第三十二条", "依据待核对");
        assertThat(decision("zh", IN_2022).get("why")).contains("（2021年修订）第四十五条");
    }

    @Test
    void a_notice_a_demand_and_an_order_cite_the_law_of_their_day() {
        PenaltyProceeding noticed = noticed(IN_2019, LocalDate.of(2019, 9, 17));
        Wording zh = new Wording("zh", RULES, CALENDAR);
        var facts = DocumentFacts.of(DocumentKind.NOTICE, noticed, CALENDAR);
        assertThat(zh.of(DocumentKind.NOTICE, noticed, facts))
                .containsEntry("noticeLaw", "《中华人民共和国行政处罚法》（2017年修正）第三十一条、第三十二条（依据待核对）")
                .containsEntry("until", "2019年10月11日");
        PenaltyProceeding demanded = EnforcementMoves.demand(
                        Proceedings.served(),
                        Optional.empty(),
                        Proceedings.court("anna", Instant.parse("2019-10-24T02:00:00Z")))
                .proceeding();
        for (var within : Map.of("zh", "10个工作日", "en", "10 working days").entrySet()) {
            Wording words = new Wording(within.getKey(), RULES, CALENDAR);
            assertThat(words.of(
                            DocumentKind.DEMAND, demanded, DocumentFacts.of(DocumentKind.DEMAND, demanded, CALENDAR)))
                    .containsEntry("within", within.getValue());
        }
        assertThat(zh.of(Orders.ordered()).get("orderLaw")).contains("（2017年修正）第二十三条");
    }

    @Test
    void it_names_whom_it_is_for() {
        Wording zh = new Wording("zh", RULES, CALENDAR);
        assertThat(zh.recipient(Optional.of("某云公司"), new UUID(0, 1))).containsEntry("recipient", "某云公司");
        assertThat(zh.recipient(Optional.empty(), new UUID(0, 1)).get("recipient"))
                .startsWith("运营者 0000");
    }

    private static Map<String, String> decision(String language, LocalDate day) {
        Instant at = Instant.parse(day + "T02:00:00Z");
        PenaltyProceeding it = noticed(day, day.minusDays(21))
                .answer(Proceedings.WAIVER, at)
                .proceeding()
                .decide(Penalties.decided(Outcome.FINE, Laws.yuan(10_000), List.of()), RULES, CALENDAR, by("dan", at))
                .proceeding();
        Map<String, String> facts = DocumentFacts.of(DocumentKind.DECISION, it, CALENDAR);
        return new Wording(language, RULES, CALENDAR).of(DocumentKind.DECISION, it, facts);
    }

    private static PenaltyProceeding noticed(LocalDate day, LocalDate actOn) {
        Instant at = Instant.parse(day + "T02:00:00Z");
        Proposal proposal = new ProposalCheck(
                        Proceedings.terms("CN-ORDER-11-22", actOn, PenaltyKind.FINE, Laws.yuan(10_000), "未按要求整改"),
                        RULES,
                        day,
                        true)
                .lawful();
        return ProposalMoves.propose(new ProceedingId(Orders.id(0xf1)), Orders.overdue(), proposal, day, by("anna", at))
                .proceeding()
                .review(true, by("rui", at))
                .proceeding()
                .notice(RULES, CALENDAR, at)
                .proceeding();
    }
}
