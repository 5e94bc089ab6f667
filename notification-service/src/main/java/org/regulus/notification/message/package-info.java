/**
 * Messages to operators, one for each event, recipient and channel.
 *
 * <pre>
 * Waiting ─▶ Planned ─▶ Sending ─▶ Served
 *    │          ▲          │
 *    │          └──────────┤ refused, or the sender was lost
 *    └─────────────▶ Failed ◀ refused too often
 * </pre>
 */
package org.regulus.notification.message;
