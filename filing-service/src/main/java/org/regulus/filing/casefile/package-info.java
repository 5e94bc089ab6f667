/**
 * The case: one operator under one campaign, or opened by a risk report.
 *
 * <pre>
 * Open ─▶ Overdue
 *   │        │
 *   └────▶ Closed ◀┘
 * </pre>
 *
 * What inspection and sanctions make of it is their story; here only its progress through them is remembered.
 */
package org.regulus.filing.casefile;
