package org.regulus.inspection;

import java.util.List;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * From whom the inspectors of an inspection should have been drawn before, and why there is to be another commitment.
 *
 * @param reason null when none was given
 * @param shareLacks whether a share of its seed can come no more
 * @param byBeacon whether the new commitment is to a beacon
 */
public record EarlierCommitment(List<UUID> committed, String reason, boolean shareLacks, boolean byBeacon) {

    /**
     * Who holds back a share because of what would come out finds that out by a beacon, which nobody holds.
     *
     * @throws Refusal CONFLICT {@code inspection.already-committed}, INVALID {@code inspection.reason-required},
     *     {@code inspection.seed-rule}
     */
    void giveWay(List<UUID> eligible) {
        boolean enough = committed.stream().filter(eligible::contains).count() >= Inspection.INSPECTORS_MIN;
        if (enough && !shareLacks) {
            throw Refusal.conflict("inspection.already-committed", "From whom and by what is drawn is fixed already");
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid(
                    "inspection.reason-required", "There is a commitment already: say why there is another");
        }
        if (shareLacks && !byBeacon) {
            throw Refusal.invalid("inspection.seed-rule", "After a share that did not come a beacon decides");
        }
    }
}
