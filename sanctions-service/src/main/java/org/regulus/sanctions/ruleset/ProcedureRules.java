package org.regulus.sanctions.ruleset;

/**
 * The periods of the penalty procedure, and what lateness costs, in one span of time.
 *
 * @param defence how long the operator may state its defence or ask for a hearing after the prior notice
 * @param payment how long it may take to pay (Penalty Law, Art. 67)
 * @param surcharge what each day of late payment costs (Penalty Law, Art. 72)
 */
public record ProcedureRules(String id, Validity validity, Period defence, Period payment, SurchargeRule surcharge) {}
