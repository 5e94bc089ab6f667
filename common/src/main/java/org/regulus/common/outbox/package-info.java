/** Business change and event in one transaction, and the relay that brings the events to Kafka. Used by every service. */
package org.regulus.common.outbox;
