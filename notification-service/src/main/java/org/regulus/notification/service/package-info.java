/**
 * Service of documents: that the law's clocks run from the day on which a document was served, and how that is known.
 *
 * <pre>
 * Requested ─▶ (a try) ─▶ Served
 *                 ├─────▶ Refused ────────▶ Served (left, before witnesses or a camera)
 *                 └─────▶ Undeliverable ──▶ Published ──▶ Served (when the days of the public notice are over)
 *                            └─ or another try, as after a refusal
 * </pre>
 */
package org.regulus.notification.service;
