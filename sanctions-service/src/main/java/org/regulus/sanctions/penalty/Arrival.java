package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/**
 * How a document reached the operator, or did not.
 *
 * @param on the day of the act
 * @param effectiveOn from which the operator's periods run: with public notice the day on which its days are over
 */
public record Arrival(ServiceMethod method, LocalDate on, LocalDate effectiveOn) {}
