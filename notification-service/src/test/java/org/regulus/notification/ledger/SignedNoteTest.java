package org.regulus.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;

class SignedNoteTest {

    private static final String ORIGIN = "regulator.example/regulus-ledger";
    private static final LedgerKey FORMER = key("1DUGJxJiFXzrRluAQAGJbJW3y0G7p8HX-npHbwNp4aE", null);
    private static final LedgerKey KEY =
            key("lf0rlTDzMp_iA2QWhpEf4bwyP1Bmel4Z5RXP9RPge7o", "a8ZSF9NdZrkOSM1TXnGTVvdtTKChY0vMNx8zOepljl8");

    /** Made with OpenSSL, not with this code. */
    private final JsonNode golden = Golden.sampleTree("regulus.notification.ledger-checkpointed.v1");

    private final String note = golden.path("note").asText();
    private final Checkpoint checkpoint = new Checkpoint(
            ORIGIN, 8, Base64.getDecoder().decode(golden.path("rootHash").asText()));

    @Test
    void a_note_is_what_another_implementation_signs() {
        assertThat(SignedNote.of(checkpoint.text(), List.of(FORMER, KEY))).isEqualTo(note);
        assertThat(KEY.verifier()).isEqualTo(ORIGIN + "+bc0a36ed+AZX9K5Uw8zKf4gNkFoaRH+G8Mj9QZnpeGeUVz/UT4Hu6");
    }

    @Test
    void it_opens_with_a_key_that_signed_it_also_when_that_is_a_former_one() {
        LedgerKey retired = new LedgerKey(ORIGIN, KEY.point(), null);
        assertThat(SignedNote.open(note, List.of(FORMER, retired))).hasValueSatisfying(opened -> {
            assertThat(opened.size()).isEqualTo(8);
            assertThat(opened.root()).isEqualTo(checkpoint.root());
        });
    }

    @Test
    void it_does_not_open_changed_or_with_another_key_or_name() {
        assertThat(SignedNote.open(note, List.of(FORMER))).isEmpty();
        assertThat(SignedNote.open(note, List.of(new LedgerKey("other", KEY.point(), null))))
                .isEmpty();
        assertThat(SignedNote.open(note.replace("\n8\n", "\n9\n"), List.of(KEY)))
                .isEmpty();
        assertThat(SignedNote.open(checkpoint.text(), List.of(KEY))).isEmpty();
        assertThat(SignedNote.open("no note", List.of(KEY))).isEmpty();
    }

    private static LedgerKey key(String point, String secret) {
        return new LedgerKey(ORIGIN, decoded(point), secret == null ? null : decoded(secret));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
