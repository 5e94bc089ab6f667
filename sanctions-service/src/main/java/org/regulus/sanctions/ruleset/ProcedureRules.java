package org.regulus.sanctions.ruleset;

/**
 * The periods of the penalty procedure in one span of time.
 *
 * @param defence how long the operator may state its defence or ask for a hearing after the prior notice
 * @param payment how long it may take to pay (Penalty Law, Art. 67)
 */
public record ProcedureRules(String id, Validity validity, Period defence, Period payment) {}
