package org.regulus.sanctions.ruleset;

/**
 * One way in which a case can end, and on which track: putting right, sanction, or justice. What the ways are called changes with the rules
 * in force, so they are data with the dates of their rule set.
 */
public record OutcomeRule(String code, String track, String zh, String en, Provenance provenance) {}
