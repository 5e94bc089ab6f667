package org.regulus.notification.message;

import java.util.Map;
import java.util.Optional;

/** What an operator is told when an event concerns it. */
public record Notice(String template, Text zh, Text en) {

    public record Text(String subject, String body) {}

    private static final Map<String, Notice> BY_TYPE = Map.ofEntries(
            notice(
                    "filing",
                    "case-opened",
                    "已立案，请按期提交自查报告",
                    "您单位已被纳入检查范围，请在规定期限内提交网络安全自查报告。",
                    "A case was opened",
                    "You are within the scope of a campaign. File your self-evaluation report in time."),
            notice(
                    "filing",
                    "filing-returned",
                    "自查报告被退回",
                    "您提交的自查报告需要补正，请登录平台查看意见并重新提交。",
                    "Your filing was returned",
                    "Your report needs correction. See the remarks on the platform and submit it again."),
            notice(
                    "filing",
                    "filing-accepted",
                    "自查报告已通过审核",
                    "您提交的自查报告已通过审核。",
                    "Your filing was accepted",
                    "Your report was accepted."),
            notice(
                    "filing",
                    "filing-overdue",
                    "自查报告逾期",
                    "您单位未按期提交自查报告，监管部门将据此开展检查。",
                    "Your filing is overdue",
                    "No report was filed in time; the authority will inspect for that cause."),
            notice(
                    "inspection",
                    "inspection-opened",
                    "检查通知",
                    "监管部门已对您单位启动检查。您有权申请回避。",
                    "An inspection was opened",
                    "The authority has opened an inspection. You may ask for recusal of an inspector."),
            notice(
                    "inspection",
                    "interview-scheduled",
                    "现场检查安排",
                    "现场检查时间已确定，请登录平台查看。",
                    "An on-site interview was scheduled",
                    "The time of the on-site interview is fixed; see the platform."),
            notice(
                    "inspection",
                    "interview-rescheduled",
                    "现场检查时间变更",
                    "现场检查时间已调整，请登录平台查看。",
                    "The on-site interview was moved",
                    "The time of the on-site interview has changed; see the platform."),
            notice(
                    "sanctions",
                    "rectification-ordered",
                    "责令整改通知",
                    "监管部门责令您单位限期整改，请登录平台查看整改事项和期限。",
                    "Rectification was ordered",
                    "The authority orders you to rectify. See the items and their due dates on the platform."),
            notice(
                    "sanctions",
                    "rectification-rejected",
                    "整改核验未通过",
                    "部分整改事项未通过核验，请登录平台查看。",
                    "Your rectification was rejected",
                    "Some items did not pass verification; see the platform."),
            notice(
                    "sanctions",
                    "rectification-overdue",
                    "整改逾期",
                    "整改期限已过，仍有事项未完成。",
                    "Your rectification is overdue",
                    "The term has passed and items are not rectified."),
            notice(
                    "sanctions",
                    "penalty-noticed",
                    "行政处罚事先告知",
                    "监管部门拟作出行政处罚，您有权陈述、申辩。",
                    "Notice of an intended penalty",
                    "The authority intends to impose a penalty. You may make a statement and a defence."),
            notice(
                    "sanctions",
                    "penalty-decided",
                    "行政处罚决定",
                    "监管部门已作出行政处罚决定，请登录平台查看。",
                    "A penalty was decided",
                    "The authority has decided; see the platform."),
            notice("filing", "case-closed", "案件已办结", "本案已办结。", "The case was closed", "The case is closed."));

    /** The notice for an event type; most events concern no recipient. */
    public static Optional<Notice> about(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Notice of(String template) {
        return BY_TYPE.values().stream()
                .filter(notice -> notice.template.equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No notice " + template));
    }

    public Text in(String language) {
        return "en".equals(language) ? en : zh;
    }

    private static Map.Entry<String, Notice> notice(
            String service, String name, String subjectZh, String bodyZh, String subjectEn, String bodyEn) {
        return Map.entry(
                "regulus.%s.%s.v1".formatted(service, name),
                new Notice(name, new Text(subjectZh, bodyZh), new Text(subjectEn, bodyEn)));
    }
}
