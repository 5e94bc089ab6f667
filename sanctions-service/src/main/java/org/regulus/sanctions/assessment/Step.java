package org.regulus.sanctions.assessment;

import org.regulus.sanctions.ruleset.Provenance;

/** One step of an explanation: what follows, and from which rule. */
public record Step(String code, String says, Provenance source) {}
