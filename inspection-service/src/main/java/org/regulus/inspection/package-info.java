/**
 * The inspection of one case, and its interview.
 *
 * <pre>
 * Opened ─▶ Assigned ─▶ Scheduled ─▶ Held ─▶ Concluded
 *    └──────────┴───────────┴──▶ Replaced
 *
 * interview:  Scheduled (─▶ Scheduled)* ─▶ Held
 *                 └──▶ Cancelled
 * </pre>
 *
 * Findings are noted from the interview to the conclusion; without any the case has no issue.
 */
package org.regulus.inspection;
