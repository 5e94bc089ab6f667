package org.regulus.sanctions.rectification;

/** An order after a move, and the one event that tells of it. */
public record Change<E extends OrderEvent>(RectificationOrder order, E event) {}
