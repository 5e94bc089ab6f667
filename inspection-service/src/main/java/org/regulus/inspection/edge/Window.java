package org.regulus.inspection.edge;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.OfficeHours.Slot;

/** A time that an operator would like, as it is sent and kept. */
public record Window(@NotNull @ThisCentury Instant startsAt, @NotNull @ThisCentury Instant endsAt) {
    Slot slot() {
        return new Slot(startsAt, endsAt);
    }
}
