package org.regulus.inspection.onsite.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class OnSitePaperTest {

    private static final Instant NOON = Instant.parse("2019-08-01T04:00:00Z");
    private static final UUID ID = UUID.fromString("01976a2e-5c00-7000-8000-000000000001");

    @Test
    void the_paper_tells_everything_in_two_languages_and_lets_nobody_write_markup() {
        var evidence = new NewEntry.Evidence("ab".repeat(32), "Log of July", "Mr Sun", NOON);
        var finding = new NewEntry.Finding(
                "GP-01", "minor", "CSL, Art. 21", "Logs <b>kept</b> & lost", List.of(evidence), "Kept from today");
        List<Entries.Kept> entries = List.of(
                kept(1, "attendee", new NewEntry(ID, NOON, attendee(), null, null, null, null)),
                kept(2, "question", new NewEntry(ID, NOON, null, question(), null, null, null)),
                kept(3, "finding", new NewEntry(ID, NOON, null, null, finding, null, null)),
                kept(4, "remark", new NewEntry(ID, NOON, null, null, null, "a\u0000b", null)),
                kept(5, "amendment", new NewEntry(ID, NOON, null, null, null, null, amendment())));
        var signature = new OnSiteResource.NewSignature(true, true, null, "Does not agree", "Mrs Zhou");
        var contents =
                new OnSitePaper.Contents("MIIT-2019-NS-000042", "MIIT", "cd".repeat(32), entries, signature, NOON);

        String page = OnSitePaper.page(contents);
        assertThat(page)
                .contains("现场检查笔录", "Record of an inspection on site", "Logs &lt;b&gt;kept&lt;/b&gt; &amp; lost")
                .contains("当场改正 Corrected on the spot: Kept from today", "ab".repeat(32), "cd".repeat(32))
                .contains("拒绝签字", "Mrs Zhou", "2019-08-01 12:00", "已出示证件")
                .doesNotContain("\u0000");
        assertThat(OnSitePaper.print(contents)).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void what_is_announced_is_what_the_contracts_promise() {
        UUID inspection = UUID.fromString("01976a2e-5c00-7000-8000-000000000007");
        UUID record = UUID.fromString("01976a2e-5c00-7000-8000-000000000015");
        UUID operator = UUID.fromString("01976a2e-5c00-7000-8000-000000000003");
        Golden.check(
                OnSiteMessages.NOTED,
                new OnSiteMessages.EntriesNoted(
                        ID,
                        inspection,
                        record,
                        operator,
                        "MIIT",
                        3,
                        "ab".repeat(32),
                        Instant.parse("2019-08-06T02:00:00Z")));
        Golden.check(
                OnSiteMessages.SIGNED,
                new OnSiteMessages.RecordSigned(
                        ID,
                        inspection,
                        record,
                        operator,
                        "MIIT",
                        false,
                        "ab".repeat(32),
                        Instant.parse("2019-08-06T03:00:00Z")));
    }

    private static Entries.Kept kept(int number, String kind, NewEntry entry) {
        return new Entries.Kept(number, kind, "00".repeat(32), entry);
    }

    private static NewEntry.Attendee attendee() {
        return new NewEntry.Attendee("inspector", "李检查", "Inspector", true);
    }

    private static NewEntry.Question question() {
        return new NewEntry.Question("Who keeps the logs?", "Nobody", "Mr Sun");
    }

    private static NewEntry.Amendment amendment() {
        return new NewEntry.Amendment(ID, "It was Mrs Sun");
    }
}
