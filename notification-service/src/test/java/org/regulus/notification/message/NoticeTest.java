package org.regulus.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulus.notification.message.edge.RuleFiles;

class NoticeTest {

    private static final Instant NOON = Instant.parse("2019-06-03T04:00:00Z");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final Rulebook RULES = RuleFiles.read(new ObjectMapper().registerModule(new JavaTimeModule()));

    static List<Notice> notices() {
        return RULES.versions().get(0).notices();
    }

    @Test
    void an_operator_is_written_to_on_these_events_and_no_other() {
        assertThat(notices())
                .filteredOn(notice -> notice.recipients(Notice.MAIL).contains(Notice.OPERATOR))
                .extracting(Notice::template)
                .containsExactlyInAnyOrder(
                        "case-opened",
                        "case-transferred",
                        "jurisdiction-designated",
                        "inspection-noticed",
                        "request-decided",
                        "rectification-extended",
                        "defence-recounted",
                        "payment-recounted",
                        "measure-carried-out",
                        "measure-ended",
                        "rectification-renewed",
                        "rectification-referred",
                        "rectification-extension-refused",
                        "hearing-called",
                        "penalty-document-served",
                        "penalty-served",
                        "penalty-demanded",
                        "penalty-revoked",
                        "instalments-granted",
                        "case-corrected",
                        "filing-returned",
                        "filing-accepted",
                        "extension-decided",
                        "filing-overdue",
                        "interview-scheduled",
                        "interview-rescheduled",
                        "interview-cancelled",
                        "rectification-ordered",
                        "rectification-rejected",
                        "rectification-overdue",
                        "penalty-noticed",
                        "penalty-decided",
                        "case-closed",
                        "duty-reminded");
        assertThat(RULES.about("regulus.filing.coffee-served.v1", NOON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void it_is_written_in_both_languages(Notice notice) {
        assertThat(notice.in(true).subject()).containsPattern("\\p{IsHan}");
        assertThat(notice.in(true).body()).containsPattern("\\p{IsHan}");
        assertThat(notice.in(false).subject()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(notice.in(false).body()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(RULES.of(1, notice.template())).isEqualTo(notice);
    }

    @Test
    void what_the_law_demands_cannot_be_told_to_officers_alone() {
        assertThat(notices()).filteredOn(Notice::legal).allSatisfy(notice -> assertThat(notice.recipients(Notice.MAIL))
                .contains(Notice.OPERATOR));
    }

    @Test
    void a_duty_that_ends_at_midnight_is_shown_with_its_last_day() {
        assertThat(lines("filing.case-opened", Map.of("filingDueAt", "2019-07-15T16:00:00Z"), true))
                .containsExactly(new Fact.Line("提交截止日期", "2019年7月15日"));
        assertThat(lines("filing.case-opened", Map.of("filingDueAt", "2019-07-15T16:00:00Z"), false))
                .containsExactly(new Fact.Line("File by", "15 July 2019"));
    }

    @Test
    void an_interview_is_shown_with_its_times_in_beijing() {
        Map<String, String> values = Map.of("startsAt", "2019-08-05T01:00:00Z", "endsAt", "2019-08-05T03:30:00Z");
        assertThat(lines("inspection.interview-scheduled", values, true))
                .extracting(Fact.Line::value)
                .containsExactly("2019年8月5日 09:00", "2019年8月5日 11:30");
        assertThat(lines("inspection.interview-scheduled", values, false))
                .extracting(Fact.Line::value)
                .containsExactly("5 August 2019, 09:00", "5 August 2019, 11:30");
    }

    @Test
    void a_decision_is_shown_with_its_amount_and_its_date() {
        Map<String, String> values =
                Map.of("outcome", "fine", "amountMinor", "1000000", "currency", "CNY", "payUntil", "2019-10-30");
        assertThat(lines("sanctions.penalty-decided", values, true))
                .containsExactly(
                        new Fact.Line("决定", "罚款"),
                        new Fact.Line("金额", "CNY 10,000.00"),
                        new Fact.Line("缴款期限", "2019年10月30日"));
    }

    @Test
    void what_an_event_does_not_say_is_not_shown() {
        assertThat(lines("filing.case-opened", Map.of(), true)).isEmpty();
        assertThat(lines(
                        "sanctions.penalty-decided",
                        Map.of("outcome", "warning", "amountMinor", "0", "currency", "CNY"),
                        false))
                .containsExactly(new Fact.Line("Decision", "warning"));
    }

    @Test
    void a_code_that_nobody_has_told_of_is_shown_as_it_is() {
        assertThat(lines("filing.case-closed", Map.of("outcome", "invented"), true))
                .containsExactly(new Fact.Line("结果", "invented"));
    }

    @Test
    void moments_are_those_of_beijing() {
        Instant lateEvening = Instant.parse("2019-12-31T16:00:00Z");
        assertThat(Notice.moment(lateEvening, true, BEIJING)).isEqualTo("2020年1月1日 00:00");
        assertThat(Notice.moment(lateEvening, false, BEIJING)).isEqualTo("1 January 2020, 00:00");
    }

    @Test
    void there_is_no_notice_that_nobody_wrote() {
        assertThatThrownBy(() -> RULES.of(1, "coffee-served")).isInstanceOf(IllegalStateException.class);
    }

    private static List<Fact.Line> lines(String name, Map<String, String> values, boolean chinese) {
        return RULES.about("regulus.%s.v1".formatted(name), NOON).orElseThrow().lines(values, chinese, BEIJING);
    }
}
