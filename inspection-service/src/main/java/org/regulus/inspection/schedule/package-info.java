/**
 * When the on-site interviews are to be: a proposal, made by a solver, judged in words, changed and published by an officer. Who inspects
 * was drawn and is not for a solver to choose; so the only thing that is planned is the time.
 */
package org.regulus.inspection.schedule;
