package org.regulus.filing.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class JurisdictionTest {

    private static final Instant NOON = Instant.parse("2019-08-01T04:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(60);

    /** GDCA opened the case, MIIT would hold it, CAC is above both; it was shared with SHCA. */
    private static Jurisdiction in(String state) {
        JurisdictionState at =
                switch (state) {
                    case "settled" -> new JurisdictionState.Settled();
                    case "transfer-proposed" -> new JurisdictionState.TransferProposed("MIIT", "GDCA");
                    default -> new JurisdictionState.Disputed("MIIT", "CAC");
                };
        return new Jurisdiction(UUID.randomUUID(), 4, "GDCA", new TreeSet<>(List.of("SHCA")), at);
    }

    @ParameterizedTest(
            name =
                    "{0}: share {1}, unshare {2}, propose {3}, claim {4}, accept {5}, decline {6}, dispute {7}, designate {8}")
    @CsvSource({
        "settled, settled, settled, transfer-proposed, transfer-proposed, -, -, -, -",
        "transfer-proposed, transfer-proposed, transfer-proposed, -, -, settled, settled, disputed, -",
        "disputed, disputed, disputed, -, -, -, -, -, settled"
    })
    void every_move_from_every_state(
            String from,
            String share,
            String unshare,
            String propose,
            String claim,
            String accept,
            String decline,
            String dispute,
            String designate) {
        Jurisdiction case_ = in(from);
        check(share, () -> case_.share("BJCA", NOON).jurisdiction());
        check(unshare, () -> case_.unshare("SHCA", NOON).jurisdiction());
        check(propose, () -> case_.propose("MIIT", NOON).jurisdiction());
        check(claim, () -> case_.claim("MIIT", NOON, BEFORE, NOON).jurisdiction());
        check(accept, () -> case_.accept("MIIT", NOON).jurisdiction());
        check(decline, () -> case_.decline("MIIT", NOON).jurisdiction());
        check(dispute, () -> case_.dispute("GDCA", "CAC", NOON).jurisdiction());
        check(designate, () -> case_.designate("CAC", "MIIT", NOON).jurisdiction());
    }

    private static void check(String expected, Supplier<Jurisdiction> move) {
        if (expected.equals("-")) {
            refused("jurisdiction.move-not-allowed", move::get);
        } else {
            Jurisdiction moved = move.get();
            assertThat(moved.state().word()).isEqualTo(expected);
            assertThat(moved.announced()).isEqualTo(5);
        }
    }

    @Test
    void the_table_has_a_row_for_each_state() {
        assertThat(Arrays.stream(JurisdictionState.class.getPermittedSubclasses())
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Settled", "TransferProposed", "Disputed");
    }

    @Test
    void who_is_asked_to_take_a_case_reads_it_and_who_gives_it_away_goes_on_reading() {
        Jurisdiction proposed = in("settled").propose("MIIT", NOON).jurisdiction();
        assertThat(proposed.readers()).containsExactly("MIIT", "SHCA");
        assertThat(proposed.decline("GDCA", NOON).jurisdiction().readers()).containsExactly("SHCA");

        Jurisdiction transferred = proposed.accept("MIIT", NOON).jurisdiction();
        assertThat(transferred.holder()).isEqualTo("MIIT");
        assertThat(transferred.readers()).containsExactly("GDCA", "SHCA");
        assertThat(transferred.state()).isEqualTo(new JurisdictionState.Settled());
    }

    @Test
    void the_superior_reads_a_disputed_case_until_it_has_designated() {
        Jurisdiction disputed =
                in("transfer-proposed").dispute("MIIT", "CAC", NOON).jurisdiction();
        assertThat(disputed.readers()).containsExactly("CAC", "MIIT", "SHCA");
        Jurisdiction confirmed = disputed.designate("CAC", "GDCA", NOON).jurisdiction();
        assertThat(confirmed.holder()).isEqualTo("GDCA");
        assertThat(confirmed.readers()).containsExactly("SHCA");
        assertThat(disputed.designate("CAC", "CAC", NOON).jurisdiction().readers())
                .containsExactly("GDCA", "SHCA");
        refused("jurisdiction.not-in-dispute", () -> disputed.designate("CAC", "BJCA", NOON));
        refused("jurisdiction.not-a-party", () -> disputed.designate("MIIT", "MIIT", NOON));
    }

    @Test
    void the_first_to_open_has_jurisdiction() {
        Jurisdiction opened = in("settled");
        refused("jurisdiction.first-to-open", () -> opened.claim("MIIT", NOON, NOON, NOON));
        refused("jurisdiction.first-to-open", () -> opened.claim("MIIT", BEFORE, NOON, NOON));
        Jurisdiction claimed = opened.claim("MIIT", NOON, BEFORE, NOON).jurisdiction();
        refused("jurisdiction.not-a-party", () -> claimed.accept("MIIT", NOON));
        assertThat(claimed.accept("GDCA", NOON).jurisdiction().holder()).isEqualTo("MIIT");
    }

    @Test
    void nobody_else_has_a_say() {
        Jurisdiction proposed = in("transfer-proposed");
        refused("jurisdiction.not-a-party", () -> proposed.accept("GDCA", NOON));
        refused("jurisdiction.not-a-party", () -> proposed.accept("SHCA", NOON));
        refused("jurisdiction.not-a-party", () -> proposed.decline("SHCA", NOON));
        refused("jurisdiction.not-a-party", () -> proposed.dispute("SHCA", "CAC", NOON));
    }

    @Test
    void a_case_is_shared_with_another_authority_once() {
        Jurisdiction shared = in("settled");
        refused("jurisdiction.own-case", () -> shared.share("GDCA", NOON));
        refused("jurisdiction.own-case", () -> shared.propose("GDCA", NOON));
        refused("jurisdiction.own-case", () -> shared.claim("GDCA", NOON, BEFORE, NOON));
        refused("jurisdiction.shared-already", () -> shared.share("SHCA", NOON));
        refused("jurisdiction.not-shared", () -> shared.unshare("BJCA", NOON));
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
