/** The hash chain over every event of every topic, so that a changed, dropped, swapped or doubled one is found and named. */
package org.regulus.notification.ledger;
