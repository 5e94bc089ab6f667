package org.regulus.common.outbox;

import java.util.UUID;

/**
 * Which aggregate an event is about, and the version it had after the change.
 *
 * @param type the noun of the regulation, in kebab-case
 * @param sequence 1 for the first event of the aggregate; two events never share one
 */
public record AggregateVersion(String type, UUID id, long sequence) {}
