/** Events on the wire (CloudEvents 1.0, Kafka binary mode) and how a service takes them: once in effect. Used by every service. */
package org.regulus.common.event;
