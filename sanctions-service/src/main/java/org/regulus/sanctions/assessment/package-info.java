/**
 * What the law allows for an act, and why: which version of it applies, which of several provisions, how much, after which steps. Pure
 * calculation from the rule book and the facts; every step names its source.
 */
package org.regulus.sanctions.assessment;
