/**
 * The on-site record: who was there, what was asked and answered, what was found. It is read back and signed, or it says why not and who
 * saw that; after that it can only be added to.
 *
 * <pre>
 * Open ─▶ Signed (─▶ Signed: an amendment)*
 * </pre>
 */
package org.regulus.inspection.onsite;
