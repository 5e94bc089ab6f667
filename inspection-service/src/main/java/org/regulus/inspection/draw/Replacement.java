package org.regulus.inspection.draw;

import java.util.List;

/**
 * One of those drawn fell out, and another took the place.
 *
 * @param number of this draw's replacements, from 1
 * @param skipped whose tickets came first but who could not be inspected any more, in the order of their tickets
 */
public record Replacement(
        int number, String removed, String reason, List<Skipped> skipped, SequentialPoisson.Drawn substitute) {

    /** @param reason closed, transferred, inspected or not-filed */
    public record Skipped(String caseId, String reason) {}

    public String stratum() {
        return substitute.unit().stratum();
    }

    /** How many tickets it used up. */
    int passed() {
        return skipped.size() + 1;
    }
}
