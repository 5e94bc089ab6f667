package org.regulus.sanctions.assessment;

import org.regulus.sanctions.ruleset.Provenance;

/**
 * One step of an explanation: what follows, and from which rule.
 *
 * @param zh the same for a Chinese reader, with no code in it
 */
public record Step(String code, String says, String zh, Provenance source) {}
