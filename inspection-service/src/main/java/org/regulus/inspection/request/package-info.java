/**
 * What an operator asks for once it knows of its inspection: another slot, or that an inspector be recused. The inspection goes on meanwhile
 * (Administrative Penalty Law, Art. 43).
 *
 * <pre>
 * Made ─▶ Granted | Refused
 * </pre>
 */
package org.regulus.inspection.request;
