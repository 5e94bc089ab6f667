/**
 * A campaign: who must file what until when.
 *
 * <pre>Draft ─▶ Published ─▶ FilingClosed ─▶ Completed</pre>
 *
 * What was published does not change any more.
 */
package org.regulus.filing.campaign;
