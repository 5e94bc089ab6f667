package org.regulus.sanctions.document.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.document.PdfDocument;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.testing.Golden;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.Dispatch;
import org.regulus.sanctions.document.DocumentKind;
import org.regulus.sanctions.document.DocumentState;
import org.regulus.sanctions.document.Draft;
import org.regulus.sanctions.document.ServiceWay;
import org.regulus.sanctions.document.Template;

/** Every template in both languages prints, and none with a gap. */
class TemplatesTest {

    private static final Instant AT = Instant.parse("2019-11-08T02:00:00Z");

    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("authority", "MIIT"),
            Map.entry("orderNumber", "MIIT-2019-R-000001"),
            Map.entry("items", "change <the> passwords\nkeep the logs"),
            Map.entry("article", "Order 11, Art. 22"),
            Map.entry("facts", "not rectified & silent"),
            Map.entry("penalty", "10000.00 CNY"),
            Map.entry("answerUntil", "2019-11-11"),
            Map.entry("heldOn", "2019-11-18"),
            Map.entry("chair", "chen"),
            Map.entry("outcome", "fine"),
            Map.entry("amount", "10000.00 CNY"),
            Map.entry("payUntil", "2019-11-25"),
            Map.entry("reasons", "so"),
            Map.entry("duty", "suspension 30 days"),
            Map.entry("demandedOn", "2019-12-02"),
            Map.entry("recipient", "Synthetic Cloud 0042"),
            Map.entry("orderLaw", "Penalty Law, Art. 28"),
            Map.entry("measures", "change <the> passwords (by 2019-11-30)"),
            Map.entry("provision", "Order 11, Art. 22"),
            Map.entry("conduct", "duties not fulfilled"),
            Map.entry("intended", "fine of 10000.00 CNY"),
            Map.entry("until", "2019-11-11"),
            Map.entry("noticeLaw", "Penalty Law, Art. 44"),
            Map.entry("hearingOn", "2019-11-18"),
            Map.entry("imposed", "fine of 10000.00 CNY"),
            Map.entry("paying", "payable until 2019-11-25"),
            Map.entry("challenging", "within 60 days"),
            Map.entry("why", "so"),
            Map.entry("performing", "fine of 10000.00 CNY"),
            Map.entry("paidUntil", " (payable until 2019-11-25)"),
            Map.entry("demandedDay", "2019-12-02"),
            Map.entry("within", "10 working days"));

    @Test
    void each_kind_prints_in_both_languages() {
        for (DocumentKind kind : DocumentKind.values()) {
            for (String language : new String[] {"zh", "en"}) {
                String page = DocumentPaper.page(row(kind, language, FACTS));
                assertThat(page)
                        .contains(kind.title(language))
                        .contains("MIIT-2019-D-000007")
                        .doesNotContain("{{");
                assertThat(PdfDocument.of(page, AT)).isNotEmpty();
            }
        }
    }

    @Test
    void who_signs_is_named_and_what_was_issued_before_is_printed_as_it_was() {
        Map<String, String> signed = new HashMap<>(FACTS);
        signed.put(DocumentPaper.ISSUER, "工业和信息化部 & 某局");
        assertThat(DocumentPaper.page(row(DocumentKind.DECISION, "zh", signed)))
                .contains("工业和信息化部 &amp; 某局<br/>2019年11月8日");
        assertThat(DocumentPaper.page(row(DocumentKind.DECISION, "en", signed))).contains("<br/>2019-11-08");
        assertThat(DocumentPaper.page(row(DocumentKind.DECISION, "zh", FACTS))).contains("MIIT<br/>2019-11-08");
    }

    /** What was made before is printed from the words of its day, for ever. */
    @Test
    void earlier_versions_still_print() {
        for (DocumentKind kind : DocumentKind.values()) {
            for (int version = 1; version <= DocumentPaper.current(kind); version++) {
                DocumentRow old = row(kind, "zh", FACTS);
                old.templateVersion = version;
                assertThat(DocumentPaper.page(old)).contains(kind.title("zh")).doesNotContain("{{");
            }
        }
    }

    @Test
    void a_document_with_a_gap_is_not_made_and_free_text_is_only_text() {
        Map<String, String> less = new HashMap<>(FACTS);
        less.remove("facts");
        assertThatThrownBy(() -> DocumentPaper.page(row(DocumentKind.NOTICE, "en", less)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("facts");
        assertThat(new Template(1, "<p>{{a}}</p>").filled(Map.of("a", "<b>$1&\n")))
                .isEqualTo("<p>&lt;b&gt;$1&amp;<br/></p>");
    }

    @Test
    void what_is_announced_is_the_golden_sample() {
        DocumentRow row = row(DocumentKind.DECISION, "zh", FACTS);
        row.digest = "ab".repeat(32);
        row.templateVersion = 1;
        check("document-issued", DocumentMessages.issued(row));
        var dispatch = new Dispatch(
                List.of(ServiceWay.ELECTRONIC, ServiceWay.POST),
                Optional.of("cd".repeat(32)),
                new OfficerId("anna"),
                AT);
        row.show(row.toDomain().dispatch(dispatch, new Draft(null, FACTS, Set.of())));
        check("document-dispatched", DocumentMessages.dispatched(row));
        assertThat(row.toDomain().state()).isEqualTo(new DocumentState.Dispatched(dispatch, Optional.empty()));
    }

    private static void check(String name, OutboxMessage message) {
        assertThat(message.type()).isEqualTo("regulus.sanctions.%s.v1".formatted(name));
        Golden.check(message.type(), message.data());
    }

    private static DocumentRow row(DocumentKind kind, String language, Map<String, String> facts) {
        DocumentRow row = new DocumentRow();
        row.id = UUID.fromString("01900000-0000-7000-8000-0000000000d7");
        row.caseId = UUID.fromString("01900000-0000-7000-8000-000000000001");
        row.operatorId = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
        row.subject = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
        row.authority = "MIIT";
        row.year = 2019;
        row.serial = 7;
        row.kind = kind.code();
        row.language = language;
        row.templateVersion = DocumentPaper.current(kind);
        row.frozen = new DocumentRow.Frozen(facts);
        row.issuedAt = AT;
        row.version = 1;
        return row;
    }
}
