/**
 * The self-evaluation report of one case.
 *
 * <pre>
 * Draft ─▶ Submitted ─▶ Accepted
 *             │  ▲
 *             ▼  │
 *           Returned
 * </pre>
 *
 * A draft and a returned filing can be revised; what was submitted stays as it was.
 */
package org.regulus.filing;
