/** Proofs that belong to a case: what may be one, and how much of it. */
package org.regulus.filing.evidence;
