/** What proves that somebody was told: kept by the service itself as it happened, and never changed. */
package org.regulus.notification.evidence;
