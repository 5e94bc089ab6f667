package org.regulus.sanctions.document.edge;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.regulus.common.time.IdSource;
import org.regulus.sanctions.RegulatorCalendar;

/** Where time, dates and ids come from. */
@Singleton
record Desk(InstantSource clock, RegulatorCalendar calendar, IdSource ids) {}
