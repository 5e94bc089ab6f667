package org.regulus.sanctions.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.sanctions.penalty.PenaltyProceedingTest.refused;
import static org.regulus.sanctions.penalty.Proceedings.NOON;
import static org.regulus.sanctions.penalty.Proceedings.court;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.penalty.ProceedingState.Undecided;

/** A case goes from MIIT to GDCA: what was not decided goes along, what was decided stays with who decided it. */
class HandoverTest {

    private static final Court FILING = court("jurisdiction", NOON);
    private static final Set<String> STAY = Set.of(
            "Decided (fine)", "Decided (warning)", "Served", "Paid", "Closed", "Withdrawn", "Revoked", "Transferred");

    @Test
    void in_every_state_it_stays_or_goes_and_is_the_same_for_the_rest() {
        PenaltyProceedingTest.IN_STATE.forEach((name, made) -> {
            PenaltyProceeding it = made.get();
            var moved = Handover.of(it, "GDCA", FILING);
            assertThat(moved.isEmpty()).as(name).isEqualTo(STAY.contains(name));
            assertThat(it.state() instanceof Undecided).as(name).isNotEqualTo(STAY.contains(name));
            moved.ifPresent(change -> {
                PenaltyProceeding after = change.proceeding();
                assertThat(after.subject()).isEqualTo(it.subject().heldBy("GDCA"));
                assertThat(after.state()).isEqualTo(it.state());
                assertThat(after.version()).isEqualTo(it.version() + 1);
                assertThat(change.event().sheet()).isEqualTo(new Sheet.TakenOver("MIIT", "GDCA"));
                assertThat(Handover.of(after, "GDCA", FILING)).isEmpty();
            });
        });
    }

    @Test
    void who_proposed_for_the_former_authority_decides_nowhere() {
        PenaltyProceeding it =
                Handover.of(Proceedings.waived(), "GDCA", FILING).orElseThrow().proceeding();
        for (String officer : new String[] {"anna", "rui"}) {
            refused("proceeding.same-person", () -> DeliberationMoves.vote(it, true, "so be it", court(officer, NOON)));
        }
    }
}
