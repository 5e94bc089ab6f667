package org.regulus.inspection.schedule.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.common.time.Zones.ThisCentury;

/**
 * What is to be planned.
 *
 * @param campaignId whose inspections; null for all of the authority's
 * @param from the first day
 * @param days how many days from then, days off included
 * @param minutes how long an interview takes
 * @param seconds how long the solver may search; null for 20
 * @param basedOn a proposal whose pinned interviews stay where they are
 */
record NewProposal(
        UUID campaignId,
        @NotNull @ThisCentury LocalDate from,
        @Min(1) @Max(NewProposal.DAYS_MAX) int days,
        @Min(30) @Max(240) int minutes,
        @Min(1) @Max(NewProposal.SECONDS_MAX) Integer seconds,
        UUID basedOn) {

    static final int DAYS_MAX = 120;
    static final int SECONDS_MAX = 55;
    private static final int SECONDS = 20;

    int secondsOrUsual() {
        return seconds == null ? SECONDS : seconds;
    }
}
