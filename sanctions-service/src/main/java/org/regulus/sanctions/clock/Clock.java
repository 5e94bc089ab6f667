package org.regulus.sanctions.clock;

import java.time.LocalDate;
import java.util.UUID;
import org.regulus.sanctions.ruleset.Provenance;

/**
 * One running limit.
 *
 * @param subject whose limit it is: an item of an order, or a proceeding; with the code it identifies the clock
 * @param by who has to act: {@code authority} or {@code operator}
 * @param basis how the last day was counted: when it stays while the day moves, the calendar has changed
 */
public record Clock(
        UUID subject, String code, String by, LocalDate lastDay, String basis, String otherwise, Provenance why) {

    /** A last day that was another before, with the reason. */
    public record Move(LocalDate from, LocalDate to, String reason) {}

    /** Why the last day is another than it was: the ground changed, or, on the same ground, the calendar. */
    public Move movedFrom(LocalDate before, String basisBefore) {
        return new Move(
                before, lastDay, basis.equals(basisBefore) ? "the published calendar changed; " + basis : basis);
    }
}
