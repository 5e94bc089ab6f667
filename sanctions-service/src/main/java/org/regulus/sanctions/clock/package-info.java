/**
 * Every limit of a case as a deadline that can be seen: who must act, until when, why, and what follows otherwise. Derived from orders and
 * proceedings, never set by hand.
 */
package org.regulus.sanctions.clock;
