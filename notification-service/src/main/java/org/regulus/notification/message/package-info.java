/** Messages to operators: <pre>Planned ─▶ Served | Failed</pre> One for each event, recipient and channel. */
package org.regulus.notification.message;
