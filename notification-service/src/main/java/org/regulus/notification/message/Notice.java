package org.regulus.notification.message;

import static org.regulus.notification.message.Fact.code;
import static org.regulus.notification.message.Fact.day;
import static org.regulus.notification.message.Fact.lastDay;
import static org.regulus.notification.message.Fact.money;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an operator is told when an event concerns it: one sentence in each language, and the event's dates and outcome. */
public record Notice(String type, String template, Text zh, Text en, List<Fact> facts) {

    public record Text(String subject, String body) {}

    private static final Map<String, Notice> BY_TYPE = byType(
            notice("filing.case-opened", lastDay("filingDueAt", "提交截止日期", "File by"))
                    .zh("已立案，请按期提交自查报告", "您单位已被纳入检查范围，请在规定期限内提交网络安全自查报告。")
                    .en(
                            "A case was opened",
                            "You are within the scope of a campaign. File your self-evaluation report in time."),
            notice("filing.case-corrected", lastDay("filingDueAt", "提交截止日期", "File by"))
                    .zh("检查要求已更正", "监管部门更正了本次检查的要求，请登录平台查看更正内容。")
                    .en(
                            "What you are asked was corrected",
                            "The authority has corrected what this campaign asks; see the platform for what changed."),
            notice("filing.filing-returned")
                    .zh("自查报告被退回", "您提交的自查报告需要补正，请登录平台查看意见并重新提交。")
                    .en(
                            "Your filing was returned",
                            "Your report needs correction. See the remarks on the platform and submit it again."),
            notice("filing.filing-accepted")
                    .zh("自查报告已通过审核", "您提交的自查报告已通过审核。")
                    .en("Your filing was accepted", "Your report was accepted."),
            notice(
                            "filing.extension-decided",
                            code("granted", "是否准予延期", "More time was given"),
                            lastDay("filingDueAt", "提交截止日期", "File by"))
                    .zh("延期申请已有决定", "监管部门已就您单位的延期申请作出决定，理由请登录平台查看。")
                    .en(
                            "Your request for more time was decided",
                            "The authority has decided on your request; see the platform for the reason."),
            notice("filing.filing-overdue", lastDay("dueAt", "原截止日期", "It was due on"))
                    .zh("自查报告逾期", "您单位未按期提交自查报告，监管部门将据此开展检查。")
                    .en(
                            "Your filing is overdue",
                            "No report was filed in time; the authority will inspect for that cause."),
            notice("inspection.inspection-opened")
                    .zh("检查通知", "监管部门已对您单位启动检查。您有权申请回避。")
                    .en(
                            "An inspection was opened",
                            "The authority has opened an inspection. You may ask for recusal of an inspector."),
            notice(
                            "inspection.interview-scheduled",
                            Fact.moment("startsAt", "开始时间", "Begins"),
                            Fact.moment("endsAt", "结束时间", "Ends"))
                    .zh("现场检查安排", "现场检查时间已确定，地点请登录平台查看。")
                    .en(
                            "An on-site interview was scheduled",
                            "The time of the on-site interview is fixed; see the platform for its place."),
            notice(
                            "inspection.interview-rescheduled",
                            Fact.moment("previousStartsAt", "原定时间", "It was to begin"),
                            Fact.moment("startsAt", "开始时间", "Begins"),
                            Fact.moment("endsAt", "结束时间", "Ends"))
                    .zh("现场检查时间变更", "现场检查时间已调整。")
                    .en("The on-site interview was moved", "The time of the on-site interview has changed."),
            notice("sanctions.rectification-ordered", lastDay("dueAt", "最早整改期限", "First item due on"))
                    .zh("责令整改通知", "监管部门责令您单位限期整改，请登录平台查看整改事项和各项期限。")
                    .en(
                            "Rectification was ordered",
                            "The authority orders you to rectify. See the items and their due dates on the platform."),
            notice("sanctions.rectification-rejected")
                    .zh("整改核验未通过", "部分整改事项未通过核验，请登录平台查看。")
                    .en("Your rectification was rejected", "Some items did not pass verification; see the platform."),
            notice("sanctions.rectification-overdue", lastDay("dueAt", "原整改期限", "It was due on"))
                    .zh("整改逾期", "整改期限已过，仍有事项未完成。")
                    .en("Your rectification is overdue", "The term has passed and items are not rectified."),
            notice("sanctions.penalty-noticed", lastDay("defenceUntil", "陈述申辩截止日期", "Defence until"))
                    .zh("行政处罚事先告知", "监管部门拟作出行政处罚，您有权陈述、申辩。")
                    .en(
                            "Notice of an intended penalty",
                            "The authority intends to impose a penalty. You may make a statement and a defence."),
            notice(
                            "sanctions.penalty-decided",
                            code("outcome", "决定", "Decision"),
                            money("amountMinor", "金额", "Amount"),
                            day("payUntil", "缴款期限", "Pay by"))
                    .zh("行政处罚决定", "监管部门已作出决定，请登录平台查看决定书。")
                    .en("A penalty was decided", "The authority has decided; see the decision on the platform."),
            notice("filing.case-closed", code("outcome", "结果", "Outcome"))
                    .zh("案件已办结", "本案已办结。")
                    .en("The case was closed", "The case is closed."));

    /** The notice for an event type; most events need none. */
    public static Optional<Notice> about(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** By the code that is kept with the message. */
    public static Notice of(String template) {
        return BY_TYPE.values().stream()
                .filter(notice -> notice.template.equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no notice " + template));
    }

    public Text in(boolean chinese) {
        return chinese ? zh : en;
    }

    /** @param values what the event said, by field */
    public List<Fact.Line> lines(Map<String, String> values, boolean chinese, ZoneId zone) {
        return facts.stream()
                .flatMap(fact -> fact.line(values, chinese, zone).stream())
                .toList();
    }

    public static String moment(Instant at, boolean chinese, ZoneId zone) {
        return Fact.moment(at, chinese, zone);
    }

    private Notice zh(String subject, String body) {
        return new Notice(type, template, new Text(subject, body), en, facts);
    }

    private Notice en(String subject, String body) {
        return new Notice(type, template, zh, new Text(subject, body), facts);
    }

    private static Notice notice(String name, Fact... facts) {
        String template = name.substring(name.indexOf('.') + 1);
        return new Notice("regulus.%s.v1".formatted(name), template, null, null, List.of(facts));
    }

    private static Map<String, Notice> byType(Notice... notices) {
        return Arrays.stream(notices).collect(Collectors.toUnmodifiableMap(Notice::type, Function.identity()));
    }

    /** All event types that lead to a notice. */
    public static List<String> types() {
        return BY_TYPE.keySet().stream().sorted().toList();
    }
}
