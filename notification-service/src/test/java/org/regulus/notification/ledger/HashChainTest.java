package org.regulus.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.regulus.notification.ledger.Fault.Kind;
import org.regulus.notification.ledger.LedgerEntry.Labels;

class HashChainTest {

    private static final HexFormat HEX = HexFormat.of();

    /** Computed with Python's hashlib, not with this code. */
    @Example
    void the_hashes_are_those_of_the_definition() {
        byte[] first = HashChain.leaf("{\"a\":1}");
        byte[] head = HashChain.link(new byte[HashChain.HASH_BYTES], first);
        byte[] second = HashChain.leaf("{\"a\":\"网络\"}");
        assertThat(HEX.formatHex(first)).isEqualTo("c7261463ebd776f4650b6d0fe942d9cc38c925d90f77d440ab6df8d5dd258c5f");
        assertThat(HEX.formatHex(head)).isEqualTo("f7c844ee46acd6298b40fc30dc37b59d67311e2e0e9af49f0ed54d4ba1930aef");
        assertThat(HEX.formatHex(second)).isEqualTo("ef241629b9ad6642cae7ac80c260b4cfd0759f0c8e6ffe7788947fcf97958c74");
        assertThat(HEX.formatHex(HashChain.link(head, second)))
                .isEqualTo("41544e2fb35589333f717dca1f8717a7ff863e9bb6d64ad9c6317d9e117fca05");
    }

    @Property
    void a_ledger_that_nobody_touched_is_intact(@ForAll("ledgers") List<LedgerEntry> ledger) {
        assertThat(fault(ledger, ledger)).isEmpty();
    }

    @Example
    void an_empty_ledger_is_intact() {
        assertThat(fault(List.of(), List.of())).isEmpty();
    }

    @Property
    void a_changed_text_is_found_where_it_stands(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % ledger.size();
        LedgerEntry one = ledger.get(at);
        List<LedgerEntry> spoilt = replaced(ledger, at, withText(one, one.canonical() + " "));
        assertFault(fault(spoilt, ledger), at, Kind.CHANGED);
    }

    @Property
    void a_changed_text_with_its_own_leaf_hash_is_found(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % ledger.size();
        LedgerEntry one = ledger.get(at);
        String text = one.canonical() + " ";
        LedgerEntry forged = new LedgerEntry(
                one.position(),
                one.labels(),
                one.hashedLabels(),
                text,
                HashChain.leaf(text),
                one.previousHash(),
                one.chainHash());
        assertFault(fault(replaced(ledger, at, forged), ledger), at, Kind.CHANGED);
    }

    /** Text, leaf and chain hash forged to agree: then the next entry does not follow, or the head is another. */
    @Property
    void a_forged_entry_betrays_itself_at_the_next_one(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % ledger.size();
        LedgerEntry one = ledger.get(at);
        LedgerEntry forged = entry(one.position(), one.previousHash(), "{\"forged\":true}", one.labels());
        Kind expected = at == ledger.size() - 1 ? Kind.HEAD_CHANGED : Kind.UNLINKED;
        assertThat(fault(replaced(ledger, at, forged), ledger)).map(Fault::kind).contains(expected);
    }

    @Property
    void a_dropped_entry_is_missed_where_it_stood(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % ledger.size();
        List<LedgerEntry> spoilt = new ArrayList<>(ledger);
        spoilt.remove(at);
        assertThat(fault(spoilt, ledger)).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.DROPPED);
            assertThat(fault.position()).isEqualTo(at + 1);
        });
    }

    @Property
    void two_swapped_entries_are_found_at_the_first_of_them(
            @ForAll("ledgers") List<LedgerEntry> ledger,
            @ForAll @IntRange(max = 1_000) int pick,
            @ForAll @IntRange(max = 1_000) int other) {
        int low = Math.min(pick % ledger.size(), other % ledger.size());
        int high = Math.max(pick % ledger.size(), other % ledger.size());
        Assume.that(low != high);
        List<LedgerEntry> spoilt =
                replaced(replaced(ledger, low, at(low + 1, ledger.get(high))), high, at(high + 1, ledger.get(low)));
        Fault fault = fault(spoilt, ledger).orElseThrow();
        assertThat(fault.position()).isEqualTo(low + 1);
        assertThat(fault.explainedBy(new Fault.Clues(null, high + 1L)).kind()).isEqualTo(Kind.SWAPPED);
    }

    @Property
    void a_copied_entry_is_found_where_the_copy_stands(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int copied = pick % ledger.size();
        List<LedgerEntry> spoilt = new ArrayList<>(ledger);
        spoilt.add(at(ledger.size() + 1, ledger.get(copied)));
        HashChain chain = new HashChain();
        ledger.forEach(entry -> assertThat(chain.follow(entry)).isEmpty());
        Fault fault = chain.follow(spoilt.get(ledger.size())).orElseThrow();
        assertThat(fault.position()).isEqualTo(ledger.size() + 1);
        assertThat(fault.explainedBy(new Fault.Clues(copied + 1L, null)).kind()).isEqualTo(Kind.DUPLICATED);
    }

    @Property
    void a_position_taken_twice_is_found(@ForAll("ledgers") List<LedgerEntry> ledger) {
        HashChain chain = new HashChain();
        chain.follow(ledger.get(0));
        assertThat(chain.follow(ledger.get(0))).map(Fault::kind).contains(Kind.DUPLICATED);
    }

    @Property
    void a_label_that_names_another_event_is_found(
            @ForAll("ledgers") List<LedgerEntry> ledger, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % ledger.size();
        LedgerEntry one = ledger.get(at);
        LedgerEntry relabelled = new LedgerEntry(
                one.position(),
                new Labels(one.labels().eventId(), one.labels().type(), "GDCA"),
                one.hashedLabels(),
                one.canonical(),
                one.leafHash(),
                one.previousHash(),
                one.chainHash());
        assertFault(fault(replaced(ledger, at, relabelled), ledger), at, Kind.RELABELLED);
    }

    @Example
    void an_entry_that_follows_nothing_known_was_put_after_a_gap() {
        Fault unlinked = new Fault(3, "e3", Kind.UNLINKED, "it does not follow the entry before it");
        assertThat(unlinked.explainedBy(new Fault.Clues(null, null)).kind()).isEqualTo(Kind.DROPPED);
        Fault changed = new Fault(3, "e3", Kind.CHANGED, "changed");
        assertThat(changed.explainedBy(new Fault.Clues(1L, 2L))).isEqualTo(changed);
    }

    @Provide
    Arbitrary<List<LedgerEntry>> ledgers() {
        return Arbitraries.strings()
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(HashChainTest::ledger);
    }

    private static List<LedgerEntry> ledger(List<String> texts) {
        List<LedgerEntry> ledger = new ArrayList<>();
        byte[] head = new byte[HashChain.HASH_BYTES];
        for (int i = 0; i < texts.size(); i++) {
            LedgerEntry next = entry(i + 1, head, i + texts.get(i), new Labels("e" + i, "t", "MIIT"));
            ledger.add(next);
            head = next.chainHash();
        }
        return ledger;
    }

    private static LedgerEntry entry(long position, byte[] previous, String text, Labels labels) {
        byte[] leaf = HashChain.leaf(text);
        return new LedgerEntry(position, labels, labels, text, leaf, previous, HashChain.link(previous, leaf));
    }

    private static LedgerEntry at(long position, LedgerEntry one) {
        return new LedgerEntry(
                position,
                one.labels(),
                one.hashedLabels(),
                one.canonical(),
                one.leafHash(),
                one.previousHash(),
                one.chainHash());
    }

    private static LedgerEntry withText(LedgerEntry one, String text) {
        return new LedgerEntry(
                one.position(),
                one.labels(),
                one.hashedLabels(),
                text,
                one.leafHash(),
                one.previousHash(),
                one.chainHash());
    }

    private static List<LedgerEntry> replaced(List<LedgerEntry> ledger, int at, LedgerEntry other) {
        List<LedgerEntry> spoilt = new ArrayList<>(ledger);
        spoilt.set(at, other);
        return spoilt;
    }

    /** Follows what is there, and compares the end with the head of the true ledger. */
    private static Optional<Fault> fault(List<LedgerEntry> found, List<LedgerEntry> written) {
        HashChain chain = new HashChain();
        for (LedgerEntry entry : found) {
            Optional<Fault> fault = chain.follow(entry);
            if (fault.isPresent()) {
                return fault;
            }
        }
        byte[] head = written.isEmpty()
                ? new byte[HashChain.HASH_BYTES]
                : written.get(written.size() - 1).chainHash();
        return chain.end(written.size(), head);
    }

    private static void assertFault(Optional<Fault> fault, int at, Kind kind) {
        assertThat(fault).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.position()).isEqualTo(at + 1);
            assertThat(found.eventId()).isEqualTo("e" + at);
        });
    }
}
