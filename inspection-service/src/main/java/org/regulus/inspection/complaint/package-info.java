/**
 * Complaints about an operator: taken in by an officer, then followed by an inspection for cause or closed with a reason.
 *
 * <pre>
 * Registered ─▶ Referred (to an inspection)
 *      └──────▶ Closed
 * </pre>
 *
 * Who complained stays with the authority, and with the officer who took it in when that was asked for. The operator learns of none of it
 * but, if it comes to that, of the inspection.
 */
package org.regulus.inspection.complaint;
