package org.regulus.notification.timeline;

import java.util.Map;
import java.util.Set;

/** What an event means, in the two languages of this regulator, and whether the operator concerned is shown it. */
public record Story(String zh, String en, boolean forOperator) {

    /** What an authority does before it has decided is its own affair. */
    private static final Set<String> INTERNAL = Set.of(
            "regulus.filing.case-assigned.v1",
            "regulus.filing.case-shared.v1",
            "regulus.filing.case-unshared.v1",
            "regulus.filing.transfer-proposed.v1",
            "regulus.filing.transfer-declined.v1",
            "regulus.filing.jurisdiction-disputed.v1",
            "regulus.inspection.inspection-opened.v1",
            "regulus.inspection.inspectors-assigned.v1",
            "regulus.inspection.complaint-registered.v1",
            "regulus.inspection.complaint-referred.v1",
            "regulus.inspection.complaint-closed.v1",
            "regulus.inspection.inspection-planned.v1",
            "regulus.inspection.inspection-approved.v1",
            "regulus.inspection.inspector-draw-committed.v1",
            "regulus.inspection.inspector-share-revealed.v1",
            "regulus.inspection.record-entries-noted.v1",
            "regulus.sanctions.penalty-filed.v1",
            "regulus.sanctions.investigation-closed.v1",
            "regulus.sanctions.penalty-proposed.v1",
            "regulus.sanctions.penalty-reviewed.v1",
            "regulus.sanctions.penalty-withdrawn.v1",
            "regulus.sanctions.penalty-transferred.v1",
            "regulus.sanctions.penalty-voted.v1",
            "regulus.sanctions.penalty-extended.v1",
            "regulus.sanctions.penalty-service-failed.v1",
            "regulus.sanctions.officer-recused.v1",
            "regulus.sanctions.penalty-taken-over.v1",
            "regulus.sanctions.enforcement-requested.v1",
            "regulus.sanctions.limit-passed.v1");

    /** Of an inspection; the operator is shown them once it was told that there is one. */
    private static final Set<String> ONCE_TOLD = Set.of(
            "regulus.inspection.wishes-stated.v1",
            "regulus.inspection.inspector-replaced.v1",
            "regulus.inspection.inspection-replaced.v1");

    public static boolean isShownOnceTold(String type) {
        return ONCE_TOLD.contains(type);
    }

    private static final Map<String, String[]> TOLD = Map.ofEntries(
            told("filing.case-opened", "立案", "Case opened"),
            told("filing.case-assigned", "分派承办人", "Case put into an officer's hands, or released"),
            told("filing.case-closed", "结案", "Case closed"),
            told("filing.case-corrected", "更正检查要求", "What is asked was corrected"),
            told("filing.case-shared", "案件共享", "Case shared with another authority"),
            told("filing.case-unshared", "终止案件共享", "Case shared no more"),
            told("filing.transfer-proposed", "拟移送管辖", "Transfer proposed"),
            told("filing.transfer-declined", "未移送管辖", "Transfer declined"),
            told("filing.case-transferred", "移送管辖", "Case transferred to another authority"),
            told("filing.jurisdiction-disputed", "管辖权争议报请指定", "Dispute over jurisdiction"),
            told("filing.jurisdiction-designated", "指定管辖", "Authority designated"),
            told("filing.filing-submitted", "提交自查报告", "Filing submitted"),
            told("filing.filing-returned", "退回补正", "Filing returned for correction"),
            told("filing.filing-accepted", "报告通过审核", "Filing accepted"),
            told("filing.filing-withdrawn", "撤回自查报告", "Filing withdrawn"),
            told("filing.extension-requested", "申请延期", "More time requested"),
            told("filing.extension-decided", "延期申请已决定", "Request for more time decided"),
            told("filing.filing-overdue", "逾期未报", "Filing overdue"),
            told("filing.risk-reported", "报告风险", "Risk reported"),
            told("filing.risk-stage-delivered", "风险续报", "Stage of a risk report delivered"),
            told("filing.risk-stage-missed", "风险续报逾期", "Stage of a risk report overdue"),
            told("filing.risk-triaged", "风险研判", "Risk triaged"),
            told("inspection.complaint-registered", "登记投诉举报", "Complaint registered"),
            told("inspection.complaint-referred", "投诉举报转入检查", "Complaint referred to an inspection"),
            told("inspection.complaint-closed", "投诉举报办结", "Complaint closed"),
            told("inspection.inspection-opened", "启动检查", "Inspection opened"),
            told("inspection.inspectors-assigned", "抽取检查人员", "Inspectors drawn"),
            told("inspection.interview-scheduled", "安排现场检查", "Interview scheduled"),
            told("inspection.interview-rescheduled", "调整现场检查时间", "Interview moved"),
            told("inspection.interview-cancelled", "取消现场检查", "Interview cancelled"),
            told("inspection.inspection-replaced", "不再纳入本次抽查", "Left out of the draw, replaced by the next ticket"),
            told("inspection.interview-held", "完成现场检查", "Interview held"),
            told("inspection.wishes-stated", "提出现场检查时间意愿", "Wishes for the interview stated"),
            told("inspection.inspection-planned", "拟定检查方案", "Inspection planned"),
            told("inspection.inspection-approved", "批准实施检查", "Plan of the inspection approved"),
            told("inspection.inspection-noticed", "下达检查通知书", "Notice of inspection given"),
            told("inspection.inspector-replaced", "更换检查人员", "Inspector replaced"),
            told("inspection.interview-confirmed", "确认现场检查时间", "Interview confirmed"),
            told("inspection.request-made", "申请改期或回避", "Another slot or a recusal asked for"),
            told("inspection.request-decided", "改期或回避申请已决定", "Request about the inspection decided"),
            told("inspection.request-lapsed", "改期或回避申请终止", "Request about the inspection lapsed"),
            told("inspection.record-entries-noted", "记录现场检查情况", "Entries added to the on-site record"),
            told("inspection.record-signed", "现场检查笔录签署", "On-site record signed"),
            told("inspection.inspector-draw-committed", "确定检查人员抽取规则", "Draw of inspectors committed"),
            told("inspection.inspector-share-revealed", "公布抽取种子份额", "Share of the seed revealed"),
            told("inspection.inspection-published", "公示检查结果", "Result of the inspection published"),
            told("inspection.publication-corrected", "更正公示信息", "Published result corrected"),
            told("inspection.publication-withdrawn", "撤回公示信息", "Published result withdrawn"),
            told("inspection.inspection-concluded", "检查结束", "Inspection concluded"),
            told("sanctions.rectification-ordered", "责令整改", "Rectification ordered"),
            told("sanctions.rectification-extended", "整改延期", "Rectification extended"),
            told("sanctions.rectification-reported", "提交整改报告", "Rectification reported"),
            told("sanctions.rectification-verified", "整改核验通过", "Rectification verified"),
            told("sanctions.rectification-rejected", "整改核验未通过", "Rectification rejected"),
            told("sanctions.rectification-overdue", "整改逾期", "Rectification overdue"),
            told("sanctions.penalty-proposed", "拟处罚", "Penalty proposed"),
            told("sanctions.penalty-reviewed", "法制审核", "Penalty reviewed"),
            told("sanctions.penalty-noticed", "行政处罚事先告知", "Notice of intended penalty"),
            told("sanctions.penalty-defended", "陈述申辩", "Defence made"),
            told("sanctions.penalty-withdrawn", "撤销处罚程序", "Proceeding withdrawn"),
            told("sanctions.penalty-decided", "行政处罚决定", "Penalty decided"),
            told("sanctions.penalty-paid", "缴纳罚款", "Penalty paid"),
            told("sanctions.penalty-closed", "处罚程序结束", "Proceeding closed"),
            told("sanctions.challenge-resolved", "复议诉讼结果", "Challenge resolved"),
            told("sanctions.document-issued", "出具文书", "Document issued"),
            told("sanctions.document-dispatched", "文书交付送达", "Document handed over to be served"),
            told("sanctions.enforcement-requested", "申请强制执行", "Enforcement requested of the court"),
            told("sanctions.hearing-called", "通知听证", "Hearing called"),
            told("sanctions.hearing-held", "举行听证", "Hearing held"),
            told("sanctions.hearing-requested", "申请听证", "Hearing requested"),
            told("sanctions.instalments-granted", "批准分期缴纳", "Instalments granted"),
            told("sanctions.instalments-requested", "申请分期缴纳", "Instalments requested"),
            told("sanctions.officer-recused", "办案人员回避", "Officer recused"),
            told("sanctions.operator-interviewed", "约谈", "Operator interviewed"),
            told("sanctions.penalty-challenged", "提起复议或诉讼", "Penalty challenged"),
            told("sanctions.penalty-corrected", "更正处罚决定书", "Decision corrected"),
            told("sanctions.penalty-demanded", "催告履行", "Payment demanded"),
            told("sanctions.penalty-extended", "延长办案期限", "Time to decide extended"),
            told("sanctions.penalty-part-paid", "部分缴纳罚款", "Penalty paid in part"),
            told("sanctions.penalty-published", "公示处罚", "Penalty published"),
            told("sanctions.penalty-revoked", "撤销处罚决定", "Decision revoked"),
            told("sanctions.penalty-served", "送达处罚决定", "Decision served"),
            told("sanctions.penalty-document-served", "送达处罚程序文书", "Document of the proceeding served"),
            told("sanctions.rectification-served", "送达责令改正通知书", "Order served"),
            told("sanctions.penalty-service-failed", "送达未成", "Service failed"),
            told("sanctions.penalty-taken-down", "撤下公示", "Publication ended"),
            told("sanctions.penalty-taken-over", "处罚程序随案移送", "Proceeding taken over with the case"),
            told("sanctions.rectification-taken-over", "整改事项随案移送", "Order taken over with the case"),
            told("sanctions.penalty-transferred", "移送司法机关", "Transferred to those who pursue crimes"),
            told("sanctions.penalty-filed", "处罚立案", "Penalty case filed"),
            told("sanctions.investigation-closed", "调查终结", "Investigation closed"),
            told("sanctions.penalty-voted", "集体讨论表决", "Collective vote"),
            told("sanctions.rectification-acknowledged", "签收整改通知", "Order acknowledged"),
            told("sanctions.rectification-extension-refused", "不予整改延期", "Extension refused"),
            told("sanctions.rectification-extension-requested", "申请整改延期", "Extension requested"),
            told("sanctions.limit-passed", "期限届满", "A limit has passed"),
            told("sanctions.defence-recounted", "陈述申辩期限顺延", "More time to answer by the calendar"),
            told("sanctions.payment-recounted", "缴款期限顺延", "More time to pay by the calendar"),
            told("sanctions.measure-carried-out", "执行处罚措施", "Penalty carried out"),
            told("sanctions.measure-ended", "处罚措施期满", "Term of a penalty over"),
            told("sanctions.person-served", "向个人送达处罚决定", "Decision served on a person"),
            told("sanctions.person-payment-recounted", "个人缴款期限顺延", "More time for a person to pay by the calendar"),
            told("sanctions.person-fine-paid", "个人缴纳罚款", "Fine of a person paid"),
            told("sanctions.rectification-referred", "整改事项移交处理", "Order referred"),
            told("sanctions.rectification-renewed", "重新确定整改期限", "New term set"),
            told("sanctions.rectification-resumed", "恢复整改期限", "Order resumed"),
            told("sanctions.rectification-suspended", "中止整改期限", "Order suspended"),
            told("notification.notice-served", "通知已送达", "Notice served"),
            told("notification.notice-failed", "通知未能送达", "Notice could not be served"),
            told("notification.notice-read", "通知已阅读", "Notice read"),
            told("notification.notice-acknowledged", "通知已签收", "Receipt of a notice acknowledged"),
            told("notification.notice-bounced", "通知被退回", "Notice came back undelivered"),
            told("notification.document-served", "文书已送达", "Document served"),
            told("notification.document-refused", "拒收文书", "Document refused"),
            told("notification.document-undeliverable", "文书无法送达", "Document could not be delivered"),
            told("notification.document-published", "公告送达", "Document served by public notice"),
            told("notification.duty-reminded", "期限提醒", "Reminder of a deadline"));

    /**
     * A type that nobody has told this service of is shown by its name: better a strange line than a missing
     * one; but to officers only, because nobody has decided that the operator may see it.
     */
    public static Story of(String type) {
        String[] words = TOLD.getOrDefault(type, new String[] {type, type});
        return new Story(words[0], words[1], TOLD.containsKey(type) && !INTERNAL.contains(type));
    }

    private static Map.Entry<String, String[]> told(String name, String zh, String en) {
        return Map.entry("regulus.%s.v1".formatted(name), new String[] {zh, en});
    }
}
