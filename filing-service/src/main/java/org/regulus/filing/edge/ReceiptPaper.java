package org.regulus.filing.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.regulus.common.document.PdfDocument;

/**
 * A receipt to be printed and put in a folder, in Chinese and English. On it is only what does not change any more, so that the same
 * receipt is the same paper, byte for byte, whenever it is asked for.
 */
final class ReceiptPaper {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int LINE = 80;

    private ReceiptPaper() {}

    /** What a receipt only has the ids of. */
    record Names(String uscc, String titleZh, String titleEn, ZoneId zone) {

        /** @param correction the version of the campaign that was answered: its title then */
        static Uni<Names> of(Receipt receipt, int correction) {
            return Panache.getSession()
                    .chain(session -> session.createNativeQuery(
                                    """
                                    select o.uscc, v.title_zh, v.title_en, a.zone
                                      from operator o, campaign_version v, authority a
                                     where o.id = ?1 and v.campaign_id = ?2 and v.number = ?3 and a.code = ?4""",
                                    Object[].class)
                            .setParameter(1, receipt.operatorId())
                            .setParameter(2, receipt.campaignId())
                            .setParameter(3, correction)
                            .setParameter(4, receipt.authority())
                            .getSingleResult())
                    .map(row ->
                            new Names((String) row[0], (String) row[1], (String) row[2], ZoneId.of((String) row[3])));
        }
    }

    /** Blocks for a tenth of a second. */
    static byte[] print(Receipt receipt, Names names, String jws) {
        return PdfDocument.of(page(receipt, names, jws), receipt.receivedAt());
    }

    static String page(Receipt receipt, Names names, String jws) {
        return """
                <html lang="zh"><head><title>%1$s</title><style>
                body { font-family: regulus; font-size: 10pt } h1 { font-size: 16pt } th { text-align: left; width: 32%% }
                th, td { padding: 3pt; border-bottom: 0.5pt solid #999; vertical-align: top } table { width: 100%% }
                .signature { font-size: 6.5pt }
                </style></head><body>
                <h1>网络安全自查报告回执<br/>Receipt of a self-evaluation report</h1>
                <table>%2$s</table>
                <p>摘要为提交内容规范形式（RFC 8785）的 SHA-256。签名（JWS，Ed25519）可用公布的公钥验证，换行不属于签名。<br/>
                The digest is SHA-256 over the canonical form (RFC 8785) of what was submitted. The signature (JWS, Ed25519) can be
                checked with the published key; the line breaks are not part of it.</p>
                <p class="signature">%3$s</p>
                </body></html>"""
                .formatted(escaped(receipt.number()), rows(receipt, names), broken(jws));
    }

    private static String rows(Receipt receipt, Names names) {
        return row("编号 Number", receipt.number())
                + row("主管部门 Authority", receipt.authority())
                + row("专项行动 Campaign", names.titleZh() + "\n" + names.titleEn())
                + row("统一社会信用代码 Operator (USCC)", names.uscc())
                + row("提交次数 Submission", Integer.toString(receipt.submission()))
                + row("收到时间 Received", times(receipt.receivedAt(), names.zone()))
                + row("是否逾期 Late", receipt.late() ? "逾期 late" : "按期 in time")
                + row("摘要 Digest", receipt.digest());
    }

    private static String times(Instant at, ZoneId zone) {
        return "%s %s\n%s UTC".formatted(TIME.format(at.atZone(zone)), zone, TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    private static String row(String name, String value) {
        return "<tr><th>%s</th><td>%s</td></tr>".formatted(name, escaped(value).replace("\n", "<br/>"));
    }

    private static String broken(String jws) {
        return jws.replaceAll("(.{%d})".formatted(LINE), "$1<br/>");
    }

    /** Titles are free text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
