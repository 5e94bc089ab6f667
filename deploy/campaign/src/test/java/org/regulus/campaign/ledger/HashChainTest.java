package org.regulus.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashChainTest {

    private final List<LedgerEntry> ledger = new ArrayList<>();

    @BeforeEach
    void three_entries() throws Exception {
        byte[] previous = new byte[32];
        for (int i = 1; i <= 3; i++) {
            String canonical =
                    "{\"authority\":\"MIIT\",\"data\":{\"n\":%d},\"id\":\"e%d\",\"type\":\"t\"}".formatted(i, i);
            byte[] leaf = hash(new byte[] {0}, canonical.getBytes(StandardCharsets.UTF_8));
            byte[] chain = hash(new byte[] {1}, previous, leaf);
            ledger.add(new LedgerEntry(i, "e" + i, "t", "MIIT", canonical, hex(leaf), hex(previous), hex(chain)));
            previous = chain;
        }
    }

    @Test
    void an_intact_ledger_has_no_fault_and_ends_at_its_head() {
        assertThat(verified().fault()).isEmpty();
        assertThat(verified().head()).isEqualTo(ledger.get(2).chainHash());
        assertThat(verified().entries()).isEqualTo(3);
    }

    @Test
    void an_empty_ledger_is_intact() {
        ledger.clear();
        assertThat(verified().fault()).isEmpty();
    }

    @Test
    void a_changed_event_is_found() {
        LedgerEntry second = ledger.get(1);
        ledger.set(1, with(second, second.canonical().replace("2}", "9}"), second.leafHash(), second.chainHash()));
        assertThat(verified().fault())
                .contains(new HashChain.Fault(2, "the event was changed: its hash is not the leaf hash"));
    }

    @Test
    void a_changed_event_with_a_new_leaf_hash_is_found() throws Exception {
        LedgerEntry second = ledger.get(1);
        String changed = second.canonical().replace("2}", "9}");
        String leaf = hex(hash(new byte[] {0}, changed.getBytes(StandardCharsets.UTF_8)));
        ledger.set(1, with(second, changed, leaf, second.chainHash()));
        assertThat(verified().fault())
                .hasValueSatisfying(fault -> assertThat(fault.position()).isEqualTo(2));
    }

    @Test
    void a_rewritten_entry_is_found_at_the_entry_after_it() throws Exception {
        LedgerEntry second = ledger.get(1);
        String changed = second.canonical().replace("2}", "9}");
        byte[] leaf = hash(new byte[] {0}, changed.getBytes(StandardCharsets.UTF_8));
        byte[] chain = hash(new byte[] {1}, HexFormat.of().parseHex(second.previousHash()), leaf);
        ledger.set(1, with(second, changed, hex(leaf), hex(chain)));
        assertThat(verified().fault()).contains(new HashChain.Fault(3, "it does not follow the entry before it"));
    }

    @Test
    void a_missing_and_an_exchanged_entry_are_found() {
        ledger.remove(1);
        assertThat(verified().fault()).contains(new HashChain.Fault(3, "expected position 2"));
    }

    @ParameterizedTest
    @CsvSource({"e7, t, MIIT", "e1, u, MIIT", "e1, t, GDCA"})
    void a_label_that_names_another_event_is_found(String id, String type, String authority) {
        LedgerEntry first = ledger.get(0);
        ledger.set(
                0,
                new LedgerEntry(
                        1,
                        id,
                        type,
                        authority,
                        first.canonical(),
                        first.leafHash(),
                        first.previousHash(),
                        first.chainHash()));
        assertThat(verified().fault())
                .hasValueSatisfying(fault -> assertThat(fault.what()).startsWith("its label"));
    }

    @Test
    void an_entry_that_may_not_be_read_is_followed_by_its_hash() {
        LedgerEntry second = ledger.get(1);
        ledger.set(1, with(second, null, second.leafHash(), second.chainHash()));
        assertThat(verified().fault()).isEmpty();
        assertThat(verified().sealed()).isEqualTo(1);

        ledger.set(1, with(second, null, ledger.get(0).leafHash(), second.chainHash()));
        assertThat(verified().fault())
                .hasValueSatisfying(fault -> assertThat(fault.position()).isEqualTo(2));
    }

    @Test
    void a_ledger_is_as_it_was_signed_however_much_came_since() throws Exception {
        byte[] two = hash(new byte[] {1}, leaf(0), leaf(1));
        byte[] three = hash(new byte[] {1}, two, leaf(2));
        assertThat(against(1, leaf(0)).end()).isEmpty();
        assertThat(against(2, two).end()).isEmpty();
        assertThat(against(3, three).end()).isEmpty();
    }

    @Test
    void one_that_was_written_anew_or_cut_off_is_found_by_a_checkpoint() throws Exception {
        byte[] two = hash(new byte[] {1}, leaf(0), leaf(1));
        assertThat(against(2, leaf(2)).end())
                .contains(new HashChain.Fault(2, "the tree so far does not have the root that was signed"));
        assertThat(against(4, two).end())
                .contains(new HashChain.Fault(4, "it is missing: the checkpoint is of 4 entries"));
    }

    private HashChain against(long size, byte[] root) {
        HashChain chain = new HashChain(new SignedCheckpoint("log", size, root, "key"));
        ledger.forEach(chain::add);
        return chain;
    }

    private byte[] leaf(int index) {
        return HexFormat.of().parseHex(ledger.get(index).leafHash());
    }

    private HashChain verified() {
        HashChain chain = new HashChain();
        ledger.forEach(chain::add);
        return chain;
    }

    private static LedgerEntry with(LedgerEntry entry, String canonical, String leaf, String chain) {
        return new LedgerEntry(
                entry.position(),
                entry.eventId(),
                entry.type(),
                entry.authority(),
                canonical,
                leaf,
                entry.previousHash(),
                chain);
    }

    private static byte[] hash(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
