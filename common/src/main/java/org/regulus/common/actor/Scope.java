package org.regulus.common.actor;

import java.util.UUID;

/** Whose rows an actor may see: an operator its own, an officer those of the authority. Exactly one of the two is not null. */
public record Scope(String authority, UUID operatorId) {}
