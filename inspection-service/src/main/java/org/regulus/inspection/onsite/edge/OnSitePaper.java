package org.regulus.inspection.onsite.edge;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.regulus.common.document.PdfDocument;
import org.regulus.common.time.Zones;

/** The record on paper, in Chinese and English. What was said stays in the language in which it was said. */
final class OnSitePaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private OnSitePaper() {}

    /** @param signature null while the record is open: then the paper says that it is a draft */
    record Contents(
            String caseNumber,
            String authority,
            String digest,
            List<Entries.Kept> entries,
            OnSiteResource.NewSignature signature,
            Instant at) {}

    /** Blocks for a tenth of a second and more. */
    static byte[] print(Contents contents) {
        return PdfDocument.of(page(contents), contents.at());
    }

    static String page(Contents contents) {
        return """
                <html lang="zh"><head><title>%1$s</title><style>
                body { font-family: regulus; font-size: 10pt } h1 { font-size: 16pt } .digest { font-size: 7pt }
                th, td { padding: 3pt; border-bottom: 0.5pt solid #999; vertical-align: top; text-align: left } table { width: 100%% }
                </style></head><body>
                <h1>现场检查笔录<br/>Record of an inspection on site</h1>
                <p>案号 Case %1$s　主管部门 Authority %2$s</p>
                <table>%3$s</table>
                <p>%4$s</p>
                <p class="digest">笔录摘要 Digest of the record (SHA-256): %5$s</p>
                </body></html>"""
                .formatted(
                        escaped(contents.caseNumber()),
                        escaped(contents.authority()),
                        contents.entries().stream().map(OnSitePaper::row).collect(Collectors.joining()),
                        signature(contents.signature(), contents.at()),
                        contents.digest());
    }

    private static String row(Entries.Kept kept) {
        return "<tr><th>%d</th><th>%s</th><td>%s</td><td>%s</td></tr>"
                .formatted(
                        kept.number(),
                        label(kept.kind()),
                        words(kept.entry()),
                        time(kept.entry().notedAt()));
    }

    private static String label(String kind) {
        return switch (kind) {
            case "attendee" -> "在场人员 Present";
            case "question" -> "询问 Question";
            case "finding" -> "发现问题 Finding";
            case "remark" -> "情况记录 Remark";
            case "amendment" -> "补充更正 Amendment";
            default -> throw new IllegalStateException("There is no entry of kind " + kind);
        };
    }

    private static String words(NewEntry entry) {
        if (entry.attendee() != null) {
            NewEntry.Attendee one = entry.attendee();
            return escaped(one.name() + "，" + one.function()) + "（" + side(one.side()) + "）"
                    + (one.credentialsShown() ? "<br/>已出示证件 credentials shown" : "");
        }
        if (entry.question() != null) {
            NewEntry.Question one = entry.question();
            return "问 Q: %s<br/>答 A: %s<br/>%s"
                    .formatted(escaped(one.question()), escaped(one.answer()), escaped(one.answeredBy()));
        }
        if (entry.finding() != null) {
            return words(entry.finding());
        }
        return entry.remark() != null
                ? escaped(entry.remark())
                : "%s<br/>%s"
                        .formatted(
                                entry.amendment().amends(),
                                escaped(entry.amendment().text()));
    }

    private static String words(NewEntry.Finding finding) {
        String evidence = finding.evidence().stream()
                .map(one -> "<br/>证据 Evidence: %s，%s，%s，<span class=\"digest\">%s</span>"
                        .formatted(escaped(one.label()), escaped(one.holder()), time(one.takenAt()), one.digest()))
                .collect(Collectors.joining());
        String correction =
                finding.correction() == null ? "" : "<br/>当场改正 Corrected on the spot: " + escaped(finding.correction());
        return "%s，%s，%s<br/>%s"
                        .formatted(
                                escaped(finding.item()),
                                severity(finding.severity()),
                                escaped(finding.legalReference()),
                                escaped(finding.text()))
                + correction
                + evidence;
    }

    private static String severity(String word) {
        return switch (word) {
            case "minor" -> "轻微 minor";
            case "major" -> "较重 major";
            default -> "严重 critical";
        };
    }

    private static String side(String word) {
        return switch (word) {
            case "inspector" -> "检查人员 inspector";
            case "assistant" -> "辅助人员 assistant";
            default -> "被检查单位 operator";
        };
    }

    private static String signature(OnSiteResource.NewSignature signature, Instant at) {
        if (signature == null) {
            return "草稿，未签署。Draft, not signed.";
        }
        if (signature.refused()) {
            return "拒绝签字，理由 Refused to sign, reason: %s<br/>见证人 Witness: %s<br/>%s"
                    .formatted(escaped(signature.reason()), escaped(signature.witness()), time(at));
        }
        return "已向其宣读，确认无误。Read back and found correct.<br/>签字 Signed: %s，%s"
                .formatted(escaped(signature.signedBy()), time(at));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(Zones.REGULATOR)) + " (Asia/Shanghai)";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br/>");
    }
}
