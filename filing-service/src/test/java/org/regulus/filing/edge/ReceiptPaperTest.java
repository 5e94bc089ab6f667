package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptPaperTest {

    private static final UUID ID = new UUID(0, 1);

    @Test
    void free_text_stays_text_and_the_time_is_told_in_both_zones() {
        Receipt receipt = new Receipt(
                "MIIT-2019-NS-000042/2", ID, ID, ID, "MIIT", 2, Instant.parse("2019-07-15T16:00:00Z"), true, "abc");
        String page = ReceiptPaper.page(
                receipt,
                new ReceiptPaper.Names("9135", "<b>检查</b>", "Checks & balances", ZoneId.of("Asia/Shanghai")),
                "x".repeat(100));
        assertThat(page)
                .contains("&lt;b&gt;检查&lt;/b&gt;<br/>Checks &amp; balances")
                .contains("2019-07-16 00:00:00.000 Asia/Shanghai<br/>2019-07-15 16:00:00.000 UTC")
                .contains("逾期 late")
                .contains("x".repeat(80) + "<br/>" + "x".repeat(20));
    }
}
