/**
 * The inspection of one case, and its interview.
 *
 * <pre>
 * Opened ─▶ Assigned ─▶ Scheduled ─▶ Held ─▶ Concluded
 *    └──────────┴───────────┴──▶ Replaced
 *
 * approval:   Unplanned ─▶ Planned (─▶ Planned)* ─▶ Approved (─▶ Planned)
 *
 * interview:  Scheduled (─▶ Scheduled)* ─▶ Held
 *                 └──▶ Cancelled
 * </pre>
 *
 * Nothing is scheduled, told or held before the plan is approved. Findings are noted from the interview to the conclusion; without any the case has no issue.
 */
package org.regulus.inspection;
