package org.regulus.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.SeedRule.Given;
import org.regulus.inspection.draw.SeedRule.Reveal;

class SeedRuleTest {

    private static final Instant NOON = Instant.parse("2026-04-20T04:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final String DICE = "142536142536142536142536";
    private static final Reveal AUTHORITY = new Reveal("authority", "a".repeat(64), "12345678901234567890");
    private static final Reveal COUNCIL = new Reveal("operators-council", "b".repeat(64), "98765432109876543210");
    private static final CommitReveal TWO =
            new CommitReveal("two bodies", List.of(party(AUTHORITY), party(COUNCIL)), LATER);

    private static CommitReveal.Party party(Reveal reveal) {
        return new CommitReveal.Party(reveal.party(), Draw.digest(reveal.nonce() + reveal.share()));
    }

    @Test
    void published_vector_the_randomness_of_a_round_is_the_digest_of_its_signature() {
        Given given = new Given(
                null,
                "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
                List.of(),
                null);
        assertThat(new Beacon("drand", Beacon.Chain.QUICKNET, 657413)
                        .settle(given, NOON)
                        .text())
                .isEqualTo("fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587");
    }

    @Test
    void published_vector_the_round_of_an_instant() {
        assertThat(Beacon.Chain.QUICKNET.at(27946612)).isEqualTo("2026-04-20T00:00:00Z");
    }

    @Test
    void a_beacon_is_named_before_its_round_and_read_after_it() {
        Beacon past = new Beacon("drand", Beacon.Chain.QUICKNET, 27946612);
        refused("draw.beacon-round-past", () -> past.named(NOON));
        Beacon future = new Beacon("drand", Beacon.Chain.QUICKNET, 27956612).named(NOON);
        refused("draw.beacon-round-to-come", () -> future.settle(new Given(null, "ab", List.of(), null), NOON));
        refused("draw.signature", () -> past.settle(new Given(null, "ab", List.of(), null), NOON));
    }

    @Test
    void the_seed_of_several_parties_is_the_digest_of_their_shares_in_the_order_named() {
        var seed = TWO.named(NOON).settle(reveals(null, COUNCIL, AUTHORITY), NOON);
        assertThat(seed.text()).isEqualTo(Draw.digest("12345678901234567890\n98765432109876543210\n"));
    }

    @Test
    void a_share_that_was_not_committed_to_is_refused() {
        Reveal other = new Reveal("operators-council", "b".repeat(64), "11111111111111111111");
        refused("draw.reveal-wrong", () -> TWO.settle(reveals(null, AUTHORITY, other), NOON));
    }

    @Test
    void dice_stand_for_a_party_that_did_not_reveal_in_time_and_for_no_other() {
        refused("draw.reveal-missing", () -> TWO.settle(reveals(DICE, AUTHORITY), NOON));
        refused("draw.reveal-missing", () -> TWO.settle(reveals(null, AUTHORITY), LATER));
        assertThat(TWO.settle(reveals(DICE, AUTHORITY), LATER).text())
                .isEqualTo(Draw.digest("12345678901234567890\n" + DICE + "\n"));
        refused("draw.dice-not-needed", () -> TWO.settle(reveals(DICE, AUTHORITY, COUNCIL), LATER));
    }

    @Test
    void a_share_is_taken_in_time_from_a_party_and_as_committed_to() {
        TWO.take(AUTHORITY, NOON);
        refused("draw.reveal-late", () -> TWO.take(AUTHORITY, LATER));
        refused("draw.party-unknown", () -> TWO.take(new Reveal("nobody", "", ""), NOON));
        refused("draw.reveal-wrong", () -> TWO.take(new Reveal("authority", "a".repeat(64), "1"), NOON));
        assertThat(TWO.lacks(List.of(AUTHORITY), NOON)).isFalse();
        assertThat(TWO.lacks(List.of(AUTHORITY), LATER)).isTrue();
        assertThat(TWO.lacks(List.of(COUNCIL, AUTHORITY), LATER)).isFalse();
    }

    @Test
    void who_committed_to_a_draw_does_not_give_the_dice_for_a_missing_share() {
        refused("draw.own-work", () -> CommitReveal.dice(reveals(DICE, AUTHORITY), "one", "one"));
        CommitReveal.dice(reveals(DICE, AUTHORITY), "one", "two");
        CommitReveal.dice(reveals(DICE, AUTHORITY), null, "two");
        CommitReveal.dice(reveals(null, AUTHORITY, COUNCIL), "one", "one");
    }

    @Test
    void parties_are_two_or_more_with_commitments_of_their_own() {
        refused("draw.parties", () -> new CommitReveal("one", List.of(party(AUTHORITY)), LATER).named(NOON));
        CommitReveal.Party copied =
                new CommitReveal.Party("copycat", party(AUTHORITY).commitment());
        refused("draw.parties", () -> new CommitReveal("copy", List.of(party(AUTHORITY), copied), LATER).named(NOON));
        refused("draw.reveal-by-past", () -> TWO.named(LATER));
    }

    private static Given reveals(String dice, Reveal... reveals) {
        return new Given(null, null, List.of(reveals), dice);
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
