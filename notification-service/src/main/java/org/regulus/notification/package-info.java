/** What everybody must know: the ledger, each case's timeline, and messages to operators. Nothing here decides; it all follows events. */
package org.regulus.notification;
