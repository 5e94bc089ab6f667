/**
 * The hash chain over every event of every event topic, and the Merkle tree over the same leaves, so that a changed, dropped, swapped or
 * doubled one is found and named, also by somebody who trusts nobody here.
 */
package org.regulus.notification.ledger;
