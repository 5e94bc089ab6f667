package org.regulus.sanctions.penalty;

/** A proceeding after a move, and the one event that tells of it. */
public record Change<E extends PenaltyEvent>(PenaltyProceeding proceeding, E event) {}
