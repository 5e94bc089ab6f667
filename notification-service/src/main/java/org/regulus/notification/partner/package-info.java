/** What partners may know of events: by their own cursor over REST, or pushed to their webhook, in the order of the ledger. */
package org.regulus.notification.partner;
