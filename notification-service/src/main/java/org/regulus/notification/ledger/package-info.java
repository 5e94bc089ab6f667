/** The hash chain over every event, so that a changed, dropped, swapped or doubled one is found. */
package org.regulus.notification.ledger;
