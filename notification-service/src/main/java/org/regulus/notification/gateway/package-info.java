/** The ways a message leaves by: mail, and SMS and post through gateways that a machine may have or not. */
package org.regulus.notification.gateway;
