/**
 * The law as data: which provision allows which penalty, within which amounts, from when until when; and the periods of the procedure.
 * The <em>provision</em> is that of the day of the act (Penalty Law, Art. 37); the <em>periods</em> are those of the day on which the
 * step is taken. Each rule says where it was read and whether it was checked against the text itself.
 */
package org.regulus.sanctions.ruleset;
