/**
 * The results of inspections, published after the term of the rule ("one public"); corrected in a new edition, or withdrawn, with the reason.
 *
 * <pre>
 * Published (─▶ Published: a corrected edition)* ─▶ Withdrawn
 * </pre>
 */
package org.regulus.inspection.publication;
